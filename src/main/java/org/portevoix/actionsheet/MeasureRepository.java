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

    /** In the sheet's order. */
    @Query("""
            SELECT id, action_sheet_id, slug, title_text, kind, unit, baseline, target
            FROM action_sheet_measure
            WHERE action_sheet_id IN (:sheetIds)
            ORDER BY position, id
            """)
    List<Measure> findBySheet(Collection<Long> sheetIds);

    /** Of these sheets, the first to the last. */
    @Query("""
            SELECT r.measure_id, r.measured_on, r.value, r.source
            FROM action_sheet_reading r
            JOIN action_sheet_measure m ON m.id = r.measure_id
            WHERE m.action_sheet_id IN (:sheetIds)
            ORDER BY r.measured_on, r.measure_id, r.position
            """)
    List<MeasureReading> findReadings(Collection<Long> sheetIds);

    /** After the last of its sheet. */
    @Query("""
            INSERT INTO action_sheet_measure
                (action_sheet_id, slug, position, title_text, kind, unit, baseline, target)
            SELECT :sheetId, :slug, COALESCE(MAX(position) + 1, 0), :titleText, :kind, :unit, :baseline, :target
            FROM action_sheet_measure
            WHERE action_sheet_id = :sheetId
            """)
    void add(
            long sheetId,
            String slug,
            long titleText,
            String kind,
            String unit,
            @Nullable BigDecimal baseline,
            @Nullable BigDecimal target);

    /** A start or a target that is not given stays as it was. */
    @Query("""
            UPDATE action_sheet_measure
            SET kind = :kind, unit = :unit, baseline = COALESCE(:baseline, baseline), target = COALESCE(:target, target)
            WHERE id = :id
            """)
    void change(long id, String kind, String unit, @Nullable BigDecimal baseline, @Nullable BigDecimal target);

    /** Corrects the reading of a day; 0 where there was none. */
    @Query("""
            UPDATE action_sheet_reading SET value = :value, source = :source
            WHERE measure_id = :measureId AND measured_on = :measuredOn
            """)
    int correct(long measureId, LocalDate measuredOn, BigDecimal value, String source);

    @Query("""
            INSERT INTO action_sheet_reading (measure_id, position, measured_on, value, source)
            SELECT :measureId, COALESCE(MAX(position) + 1, 0), :measuredOn, :value, :source
            FROM action_sheet_reading
            WHERE measure_id = :measureId
            """)
    void read(long measureId, LocalDate measuredOn, BigDecimal value, String source);

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

    /** The reason that each sheet's last step gives, of those of a contract that have one. */
    @Query("""
            SELECT h.action_sheet_id, h.reason
            FROM action_sheet_history h
            JOIN action_sheet s ON s.id = h.action_sheet_id
            WHERE s.contract_id = :contractId
              AND h.reason IS NOT NULL
              AND NOT EXISTS (
                  SELECT 1 FROM action_sheet_history l
                  WHERE l.action_sheet_id = h.action_sheet_id
                    AND l.position > h.position)
            """)
    List<LastReason> findLastReasons(long contractId);

    @Query("""
            INSERT INTO action_sheet_history (
                action_sheet_id, position, changed_on, progress, outcome, reason, lever, note_text,
                adaptation_text)
            VALUES (:sheetId, :position, :changedOn, :progress, :outcome, :reason, :lever, :noteText, :adaptationText)
            """)
    void addStep(
            long sheetId,
            int position,
            LocalDate changedOn,
            String progress,
            @Nullable String outcome,
            @Nullable String reason,
            @Nullable String lever,
            @Nullable Long noteText,
            @Nullable Long adaptationText);
}
