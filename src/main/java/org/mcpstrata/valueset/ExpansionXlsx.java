package org.mcpstrata.valueset;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.mcpstrata.problem.Place;
import org.mcpstrata.problem.ProblemCode;
import org.mcpstrata.problem.Problems;

/** Reads value sets from a workbook of the Value Set Authority Center, of one value set or of a measure program. */
final class ExpansionXlsx {
    private static final long LARGEST_FILE = 64L << 20;

    private ExpansionXlsx() {}

    /** The value sets of the workbook; what could not be read is a problem. */
    static List<Expansion> read(Path file, String name, Predicate<String> wanted, Problems problems) {
        Place place = Place.of(name);
        CodeSheets sheets = new CodeSheets(place, wanted, problems);
        try {
            if (Files.size(file) > LARGEST_FILE) {
                problems.add(ProblemCode.VALUE_SET_INVALID, place, "It is larger than 64 MB.");
                return List.of();
            }
            Optional<String> refusal = WorkbookGuard.refusal(file);
            if (refusal.isPresent()) {
                problems.add(ProblemCode.VALUE_SET_INVALID, place, refusal.get());
                return List.of();
            }
            try (ReadableWorkbook workbook = new ReadableWorkbook(file.toFile());
                    Stream<Sheet> all = workbook.getSheets()) {
                for (Sheet sheet : all.toList()) {
                    sheets.beginSheet();
                    try (Stream<Row> rows = sheet.openStream()) {
                        rows.forEach(row -> sheets.add(row(row, place.inFile(sheet.getName()))));
                    }
                }
            }
        } catch (IOException
                | UncheckedIOException
                | ExcelReaderException
                | IllegalArgumentException
                | IndexOutOfBoundsException e) {
            // The last two are how the reader meets numbers and references that do not fit.
            problems.add(
                    ProblemCode.VALUE_SET_INVALID, place, "It cannot be read as a workbook; save it as .xlsx or .csv.");
            return List.of();
        }
        return sheets.end();
    }

    private static SheetRow row(Row row, Place sheet) {
        List<SheetRow.Cell> cells = new ArrayList<>();
        for (Cell cell : row) {
            cells.add(cell == null ? SheetRow.Cell.EMPTY : cell(cell));
        }
        return new SheetRow(sheet.atLine(row.getRowNum()), cells);
    }

    private static SheetRow.Cell cell(Cell cell) {
        if (cell.getType() == CellType.NUMBER) {
            BigDecimal number = cell.asNumber();
            return new SheetRow.Cell(number.toPlainString(), true);
        }
        return new SheetRow.Cell(cell.getText(), false);
    }
}
