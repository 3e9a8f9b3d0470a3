package org.portevoix.importing;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which rows of another table a field names, where several fields share one table and each has its own flag there.
 *
 * @param parent the column that holds the row's id
 * @param column the column that holds the other's id
 */
public record ImportedMarks(String table, String parent, String column, String flag, List<@Nullable Long> ids) {

    String wanted() {
        return ids.stream().map(String::valueOf).sorted().collect(Collectors.joining("\n"));
    }

    String present(ImportWriter writer, long parentId) {
        return writer
                .rows()
                .select("SELECT " + column + " FROM " + table + " WHERE " + parent + " = ? AND " + flag, parentId)
                .stream()
                .map(row -> String.valueOf(row.get(column)))
                .sorted()
                .collect(Collectors.joining("\n"));
    }

    void replace(ImportWriter writer, long parentId) {
        writer.rows().run("UPDATE " + table + " SET " + flag + " = FALSE WHERE " + parent + " = ?", parentId);
        for (Long id : ids) {
            writer.rows()
                    .run(
                            "INSERT INTO " + table + " (" + parent + ", " + column + ", " + flag
                                    + ") VALUES (?, ?, TRUE)" + " ON DUPLICATE KEY UPDATE " + flag + " = TRUE",
                            parentId,
                            id);
        }
    }
}
