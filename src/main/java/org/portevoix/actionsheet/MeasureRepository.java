package org.portevoix.actionsheet;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

@JdbcRepository(dialect = Dialect.MYSQL)
interface MeasureRepository extends GenericRepository<Measure, Long> {

    /** In the order in which they were first measured. */
    @Query("SELECT * FROM action_sheet_measure WHERE action_sheet_id IN (:sheetIds) ORDER BY id")
    List<Measure> findBySheet(Collection<Long> sheetIds);

    @Query("""
            INSERT INTO action_sheet_measure
                (action_sheet_id, title_text, kind, unit, baseline, target, value, source, measured_on)
            VALUES (:sheetId, :titleText, :kind, :unit, :baseline, :target, :value, :source, :measuredOn)
            """)
    void add(
            long sheetId,
            long titleText,
            String kind,
            String unit,
            @Nullable BigDecimal baseline,
            @Nullable BigDecimal target,
            BigDecimal value,
            String source,
            LocalDate measuredOn);

    /** A new reading; a start or a target that it does not give stays as it was. */
    @Query("""
            UPDATE action_sheet_measure
            SET kind = :kind, unit = :unit, baseline = COALESCE(:baseline, baseline), target = COALESCE(:target, target),
                value = :value, source = :source, measured_on = :measuredOn
            WHERE id = :id
            """)
    void read(
            long id,
            String kind,
            String unit,
            @Nullable BigDecimal baseline,
            @Nullable BigDecimal target,
            BigDecimal value,
            String source,
            LocalDate measuredOn);

    /** The sheet's row, for this transaction alone until it ends. */
    @Query("SELECT id FROM action_sheet WHERE id = :sheetId FOR UPDATE")
    long lockSheet(long sheetId);

    @Query("UPDATE action_sheet SET progress = :progress, outcome = COALESCE(:outcome, outcome) WHERE id = :sheetId")
    void advance(long sheetId, String progress, @Nullable String outcome);

    /** Where a new step of the history goes: after the last. */
    @Query("""
            SELECT COALESCE(MAX(position) + 1, 0) FROM action_sheet_history WHERE action_sheet_id = :sheetId
            """)
    int nextStep(long sheetId);

    @Query("""
            INSERT INTO action_sheet_history (action_sheet_id, position, changed_on, progress, outcome, reason, note_text)
            VALUES (:sheetId, :position, :changedOn, :progress, :outcome, :reason, :noteText)
            """)
    void addStep(
            long sheetId,
            int position,
            LocalDate changedOn,
            String progress,
            @Nullable String outcome,
            @Nullable String reason,
            @Nullable Long noteText);
}
