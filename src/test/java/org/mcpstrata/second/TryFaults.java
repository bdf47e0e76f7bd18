package org.mcpstrata.second;
import java.nio.file.*; import java.util.*;
public final class TryFaults { public static void main(String[] a) throws Exception { Path out = Path.of(a[0]);
 SecondImplementation base = SecondImplementation.of(out, 2025, Optional.empty()); for (String m : SecondImplementation.MEASURES) { base.compute(m, Optional.empty()); System.out.println(m + base.disagreements(m)); } base.totals().forEach(System.out::println);
 if (a.length > 1) for (SeededFault f : SeededFault.all()) { try { boolean sh = SecondImplementation.isShared(f); SecondImplementation s = sh ? SecondImplementation.of(out, 2025, Optional.of(f)) : base;
  s.compute(f.measure(), Optional.of(f)); var d = s.disagreements(f.measure()); if (sh) s.close();
  System.out.println((d.isEmpty() ? "MISSED " : "caught ") + (sh ? "shared ":"own ") + SecondImplementation.places(f) + " " + d.stream().mapToLong(Disagreement::persons).max().orElse(0) + "  " + f); } catch (Exception e) { System.out.println("ERROR " + f + e.getMessage().lines().limit(3).toList()); } } } }
