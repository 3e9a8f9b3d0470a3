package org.portevoix.committee;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.portevoix.language.Language;
import org.portevoix.language.Texts;
import org.portevoix.language.TextsRead;

/** How often the seats that aren't residents' were occupied, seat by seat: an organisation's presence, never a person's. */
@Singleton
public class PartnerAttendance {
    private final JdbcOperations database;
    private final Texts texts;

    PartnerAttendance(JdbcOperations database, Texts texts) {
        this.database = database;
        this.texts = texts;
    }

    /**
     * A seat that a partner or an institution holds.
     *
     * @param holder as in the table
     * @param label for whom it is, in French
     * @param partnerId null where nobody said which partner it is
     * @param expected meetings held while it was there; {@code occupied} of these
     */
    public record Line(
            long seatId,
            String holder,
            String body,
            String label,
            @Nullable Long partnerId,
            long expected,
            long occupied) {}

    private record Row(
            long seatId,
            String holder,
            long bodyText,
            long labelText,
            @Nullable Long partnerId,
            long expected,
            long occupied) {}

    /** At the meetings held from the first month to the last, null for all; in the order of the bodies and their seats. */
    @Transactional(readOnly = true)
    public List<Line> of(long contractId, @Nullable YearMonth first, @Nullable YearMonth last) {
        List<Row> rows = database.prepareStatement("""
                SELECT s.id, s.holder, b.name_text, s.label_text, s.partner_id, COUNT(m.id) AS expected,
                    COALESCE(SUM(a.is_occupied AND m.id IS NOT NULL), 0) AS occupied
                FROM seat s
                JOIN body b ON b.id = s.body_id
                LEFT JOIN attendance a ON a.seat_id = s.id
                LEFT JOIN body_meeting m ON m.id = a.meeting_id AND m.state = 'HELD' AND m.day >= ? AND m.day < ?
                WHERE b.contract_id = ?
                AND s.holder NOT IN ('RESIDENT', 'COUNCIL')
                GROUP BY b.position, b.id, s.position, s.id, s.holder, b.name_text, s.label_text, s.partner_id
                ORDER BY b.position, b.id, s.position, s.id
                """, statement -> {
            statement.setObject(1, first == null ? LocalDate.of(1000, 1, 1) : first.atDay(1));
            statement.setObject(
                    2,
                    last == null ? LocalDate.of(9999, 1, 1) : last.plusMonths(1).atDay(1));
            statement.setLong(3, contractId);
            try (ResultSet row = statement.executeQuery()) {
                List<Row> found = new ArrayList<>();
                while (row.next()) {
                    long partner = row.getLong("partner_id");
                    found.add(new Row(
                            row.getLong("id"),
                            row.getString("holder"),
                            row.getLong("name_text"),
                            row.getLong("label_text"),
                            partner == 0 ? null : partner,
                            row.getLong("expected"),
                            row.getLong("occupied")));
                }
                return found;
            }
        });
        TextsRead read = texts.read(
                Language.SOURCE,
                rows.stream().flatMap(row -> java.util.stream.Stream.of(row.bodyText(), row.labelText())));
        return rows.stream()
                .map(row -> new Line(
                        row.seatId(),
                        row.holder(),
                        read.get(row.bodyText()).body(),
                        read.get(row.labelText()).body(),
                        row.partnerId(),
                        row.expected(),
                        row.occupied()))
                .toList();
    }
}
