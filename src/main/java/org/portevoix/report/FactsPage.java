package org.portevoix.report;

import java.util.List;

/** The facts behind a figure. */
record FactsPage(
        String contract,
        String back,
        String part,
        String table,
        String row,
        String level,
        String period,
        String figure,
        boolean isHidden,
        List<Line> lines) {

    record Line(String month, String act, String action, String channel, long atLeast) {}
}
