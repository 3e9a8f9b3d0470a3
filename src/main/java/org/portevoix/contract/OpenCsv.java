package org.portevoix.contract;

import io.micronaut.json.tree.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;

/**
 * A list of the open data for a spreadsheet (RFC 4180): one item a row; the columns are the fields of the JSON, in its order,
 * whatever the items hold. Inside an object, {@code practical.hours}; several words, parted by {@code |}; lists of objects as
 * JSON. What a spreadsheet would take for a formula has an apostrophe before it (OWASP, CSV Injection): where a text begins, and
 * where one that parts cells at semicolons or tabs would begin another. One that was there is doubled, so that nothing is lost.
 */
final class OpenCsv {
    private static final Pattern FORMULA = Pattern.compile(
            "\\A(?='*[=+@\\t\\r\\n\uff1d\uff0b\uff0d\uff20-])" + "|(?<=[;\\t\\r\\n])(?='*(?:[=@]|[+-][\\w(\"=]))");

    private OpenCsv() {}

    /** The columns of a sort of items, in order. */
    static List<String> columns(Class<?> type) {
        List<String> columns = new ArrayList<>();
        for (RecordComponent field : type.getRecordComponents()) {
            if (field.getType().isRecord()) {
                columns(field.getType()).forEach(inner -> columns.add(field.getName() + "." + inner));
            } else {
                columns.add(field.getName());
            }
        }
        return columns;
    }

    /** @param json how a list of objects is written in a cell */
    static void write(Class<?> type, Iterable<JsonNode> items, Function<JsonNode, String> json, Appendable to) {
        List<String> columns = columns(type);
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setHeader(columns.toArray(String[]::new))
                .get();
        try {
            CSVPrinter csv = new CSVPrinter(to, format);
            for (JsonNode item : items) {
                List<String> cells = new ArrayList<>();
                columns.forEach(column -> cells.add(cell(at(item, column), json)));
                csv.printRecord(cells);
            }
            csv.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static @Nullable JsonNode at(JsonNode item, String column) {
        JsonNode found = item;
        for (String name : column.split("\\.")) {
            found = found == null || !found.isObject() ? null : found.get(name);
        }
        return found;
    }

    private static String cell(@Nullable JsonNode value, Function<JsonNode, String> json) {
        if (value == null || value.isNull()) {
            return "";
        }
        if (value.isArray() && areWords(value)) {
            List<String> words = new ArrayList<>();
            value.values().forEach(word -> words.add(word.getStringValue()));
            return safe(String.join("|", words));
        }
        if (value.isArray() || value.isObject()) {
            // In a string of JSON, and nowhere else there: the same character, spelled otherwise.
            return json.apply(value).replace(";", "\\u003b");
        }
        return value.isString() ? safe(value.getStringValue()) : value.coerceStringValue();
    }

    private static boolean areWords(JsonNode list) {
        for (JsonNode each : list.values()) {
            if (!each.isString()) {
                return false;
            }
        }
        return true;
    }

    private static String safe(String text) {
        return FORMULA.matcher(text).replaceAll("'");
    }
}
