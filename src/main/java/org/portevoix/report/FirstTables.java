package org.portevoix.report;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.portevoix.participation.Period;
import org.portevoix.report.Report.Kind;
import org.portevoix.report.Report.Row;
import org.portevoix.report.Report.Table;
import org.portevoix.report.Report.Value;
import org.portevoix.sense.FirstThemes;

/** What residents put first, beside the period before. No difference is told: counts are in fives, and two of them tell of none. */
@Singleton
class FirstTables {
    private final IndicatorTables tables;
    private final FirstThemes themes;

    FirstTables(IndicatorTables tables, FirstThemes themes) {
        this.tables = tables;
        this.themes = themes;
    }

    Table of(long contractId, Period period, @Nullable Period previous) {
        Map<String, @Nullable Long> before = new HashMap<>();
        if (previous != null) {
            themes.of(contractId, previous).forEach(first -> before.put(first.key(), first.atLeast()));
        }
        List<Row> rows = new ArrayList<>();
        for (FirstThemes.First first : themes.of(contractId, period)) {
            List<Value> values = new ArrayList<>(List.of(Value.count(first.atLeast())));
            if (previous != null) {
                values.add(Value.count(before.get(first.key())));
            }
            rows.add(new Row(first.key(), first.name(), Kind.USUAL, values));
        }
        return tables.table(
                "firsts", "theme", previous == null ? List.of("at_least") : List.of("at_least", "before"), rows, null);
    }
}
