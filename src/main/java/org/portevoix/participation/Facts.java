package org.portevoix.participation;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The facts behind a figure of the report: in which month, which act, for which action, by which channel; never who. Facts
 * alike are one line, which stands for at least so many acts; how many exactly isn't said. The others are only in the
 * figure. They are frozen with the edition that the figure is of ({@link EvidenceFacts} says which may be listed).
 */
@Singleton
public class Facts {
    /** As many as somebody reads; of a figure with more, the latest. */
    private static final int MOST = 500;

    private final JdbcOperations database;

    Facts(JdbcOperations database) {
        this.database = database;
    }

    /** {@code atLeast}: how many acts it stands for, at least; {@code action}: an id, null where it is on none. */
    public record Fact(YearMonth month, Act act, @Nullable Long action, Channel channel, long atLeast) {}

    /**
     * @param level null for all
     * @param published ids of action sheets: one that isn't among these any more is no longer named
     */
    @Transactional(readOnly = true)
    public List<Fact> of(
            long contractId,
            Period period,
            Cut cut,
            String category,
            @Nullable ParticipationLevel level,
            Set<Long> published,
            Evidence.Figure figure) {
        if (figure.isHidden()) {
            return List.of();
        }
        Cut stored = switch (cut) {
            case TOTAL, MONTH, ACTION, AXIS, CHANNEL -> Cut.TOTAL;
            default -> cut;
        };
        List<Object> values =
                new ArrayList<>(List.of(contractId, stored.name(), level == null ? Cut.ALL : level.key()));
        String where = cut == Cut.TOTAL ? "1 = 1" : column(cut) + " = ?";
        if (cut != Cut.TOTAL) {
            values.add(category);
        }
        if (!period.isWhole()) {
            where += " AND month BETWEEN ? AND ?";
            values.add(period.first().toString());
            values.add(period.last().toString());
        }
        String sql = """
                SELECT month, act, action_sheet_id, channel, at_least
                FROM evidence_fact
                WHERE edition_id = (SELECT id FROM evidence_edition WHERE contract_id = ? ORDER BY number DESC LIMIT 1)
                AND cut = ?
                AND level = ?
                AND %s
                ORDER BY position
                LIMIT %d
                """.formatted(where, MOST);
        return database.prepareStatement(sql, statement -> {
            for (int index = 0; index < values.size(); index++) {
                statement.setObject(index + 1, values.get(index));
            }
            try (ResultSet row = statement.executeQuery()) {
                List<Fact> found = new ArrayList<>();
                while (row.next()) {
                    long sheet = row.getLong("action_sheet_id");
                    found.add(new Fact(
                            YearMonth.parse(row.getString("month")),
                            Act.valueOf(row.getString("act")),
                            published.contains(sheet) ? sheet : null,
                            Channel.valueOf(row.getString("channel")),
                            row.getLong("at_least")));
                }
                found.sort(Comparator.comparing(Fact::month).thenComparing(Fact::act));
                return found;
            }
        });
    }

    private static String column(Cut cut) {
        return switch (cut) {
            case MONTH -> "month";
            case ACTION -> "action";
            case AXIS -> "axis";
            case CHANNEL -> "channel";
            default -> "category";
        };
    }
}
