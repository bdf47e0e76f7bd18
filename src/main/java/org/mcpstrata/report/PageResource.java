package org.mcpstrata.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.commons.codec.digest.DigestUtils;

/** Parts of pages on the class path, and how a page's security policy names them. */
final class PageResource {
    private static final String CHARTS = "/META-INF/resources/webjars/echarts/5.5.0/echarts.min.js";

    private PageResource() {}

    /** A file of {@code resources/report}. */
    static String text(String name) {
        return read("/report/" + name);
    }

    /** Several files, one after the other. */
    static String texts(List<String> names) {
        return names.stream().map(PageResource::text).collect(Collectors.joining("\n"));
    }

    /** The library that draws charts, as its makers packed it. */
    static String charts() {
        String library = read(CHARTS);
        if (library.toLowerCase(java.util.Locale.ROOT).contains("</script")) {
            throw new IllegalStateException("the chart library would end the element it stands in");
        }
        return library;
    }

    private static String read(String path) {
        try (InputStream in = PageResource.class.getResourceAsStream(path)) {
            if (in == null) {
                throw new IllegalStateException("missing resource " + path);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The name of an inline script or style in a Content-Security-Policy. */
    static String policyName(String content) {
        return "'sha256-" + Base64.getEncoder().encodeToString(DigestUtils.sha256(content)) + "'";
    }
}
