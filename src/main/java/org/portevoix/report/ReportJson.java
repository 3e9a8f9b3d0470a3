package org.portevoix.report;

import io.micronaut.json.JsonMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A report for programs: tables of rows; what is hidden is null, and counted in {@code hidden}. */
@Singleton
public class ReportJson {
    private final JsonMapper mapper;

    ReportJson(JsonMapper mapper) {
        this.mapper = mapper;
    }

    String write(Report report) {
        try {
            return mapper.writeValueAsString(told(report));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As JSON tells it, for a larger document to hold. */
    public static Map<String, @Nullable Object> told(Report report) {
        Map<String, @Nullable Object> root = new LinkedHashMap<>();
        root.put("contract", report.contract());
        root.put("territory", report.territory());
        root.put("period", report.period().isWhole() ? null : report.period().key());
        root.put("edition", report.edition());
        root.put("asOf", report.asOf() == null ? null : report.asOf().toString());
        Map<String, Object> tables = new LinkedHashMap<>();
        report.tables().forEach(table -> tables.put(table.key(), table(table)));
        root.put("tables", tables);
        return root;
    }

    private static Map<String, @Nullable Object> table(Report.Table table) {
        Map<String, @Nullable Object> written = new LinkedHashMap<>();
        written.put("title", table.title());
        written.put("refusal", table.refusal());
        List<Object> rows = new ArrayList<>();
        for (Report.Row row : table.rows()) {
            Map<String, @Nullable Object> cells = new LinkedHashMap<>();
            List<String> hidden = new ArrayList<>();
            cells.put("key", row.key());
            cells.put("title", row.title());
            for (int index = 0; index < row.values().size(); index++) {
                Report.Value value = row.values().get(index);
                String column = table.columns().get(index).key();
                cells.put(column, value.number() == null ? value.text() : number(value));
                if (value.isHidden()) {
                    hidden.add(column);
                }
            }
            cells.put("hidden", hidden);
            rows.add(cells);
        }
        written.put("rows", rows);
        return written;
    }

    private static @Nullable Number number(Report.Value value) {
        Double number = value.number();
        if (number == null) {
            return null;
        }
        return value.unit() == Report.Unit.COUNT ? (Number) Math.round(number) : number;
    }
}
