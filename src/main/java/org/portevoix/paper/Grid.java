package org.portevoix.paper;

import java.util.List;

/** A table on paper. The first of its cells heads each row. */
public record Grid(List<Words> heads, List<Row> rows) {

    /** How a row stands out. */
    public enum Weight {
        USUAL,
        SOFT,
        STRONG
    }

    public record Row(List<Cell> cells, Weight weight) {}

    /** {@code isNumber}: it stands at the end of its column, under the others. */
    public record Cell(Words words, boolean isNumber) {}

    /** These columns alone, the first one among them. */
    Grid part(List<Integer> columns) {
        return new Grid(
                columns.stream().map(heads::get).toList(),
                rows.stream()
                        .map(row ->
                                new Row(columns.stream().map(row.cells()::get).toList(), row.weight()))
                        .toList());
    }
}
