package org.portevoix.actionsheet;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

@JdbcRepository(dialect = Dialect.MYSQL)
interface ActionSheetRepository extends GenericRepository<ActionSheet, Long> {

    @Query("SELECT * FROM action_sheet WHERE contract_id = :contractId AND slug = :slug AND state = 'PUBLISHED'")
    Optional<ActionSheet> findPublished(long contractId, String slug);

    /** Published or not: for the team alone. */
    @Query("SELECT * FROM action_sheet WHERE contract_id = :contractId AND slug = :slug")
    Optional<ActionSheet> findForPreview(long contractId, String slug);

    @Query("SELECT * FROM action_sheet WHERE contract_id = :contractId AND state = 'PUBLISHED' ORDER BY position, id")
    List<ActionSheet> findPublished(long contractId);

    @Query("SELECT * FROM action_sheet WHERE contract_id = :contractId AND slug IN (:slugs) AND state = 'PUBLISHED'")
    List<ActionSheet> findPublished(long contractId, Collection<String> slugs);

    @Query("""
            SELECT a.id, a.slug, x.slug AS axis, a.is_sensitive, a.plan_level, a.plan_how_many
            FROM action_sheet a
            JOIN axis x ON x.id = a.axis_id
            WHERE a.contract_id = :contractId
              AND a.state = 'PUBLISHED'
            ORDER BY a.position, a.id
            """)
    List<PublishedPlan> findPlans(long contractId);

    List<ActionSheet> findByIdIn(Collection<Long> ids);

    /** Held in a neighbourhood: named there, or named nowhere and so held everywhere. */
    @Query("""
            SELECT a.* FROM action_sheet a
            WHERE a.contract_id = :contractId
              AND a.state = 'PUBLISHED'
              AND (:axisId IS NULL OR a.axis_id = :axisId)
              AND (:themeId IS NULL OR a.theme_id = :themeId)
              AND (:neighbourhoodId IS NULL
                   OR EXISTS (SELECT 1 FROM action_sheet_neighbourhood n
                              WHERE n.action_sheet_id = a.id AND n.is_held AND n.neighbourhood_id = :neighbourhoodId)
                   OR NOT EXISTS (SELECT 1 FROM action_sheet_neighbourhood n
                                  WHERE n.action_sheet_id = a.id AND n.is_held))
            ORDER BY a.position, a.id
            LIMIT :count OFFSET :skip
            """)
    List<ActionSheet> findPublished(
            long contractId,
            @Nullable Long axisId,
            @Nullable Long themeId,
            @Nullable Long neighbourhoodId,
            int count,
            int skip);

    /** How many of these are held in a neighbourhood; {@code most} at most. */
    @Query("""
            SELECT COUNT(*)
            FROM (SELECT a.id
                  FROM action_sheet a
                  WHERE a.contract_id = :contractId
                    AND a.state = 'PUBLISHED'
                    AND (EXISTS (SELECT 1 FROM action_sheet_neighbourhood n
                                 WHERE n.action_sheet_id = a.id AND n.is_held AND n.neighbourhood_id = :neighbourhoodId)
                         OR NOT EXISTS (SELECT 1 FROM action_sheet_neighbourhood n
                                        WHERE n.action_sheet_id = a.id AND n.is_held))
                  LIMIT :most) found
            """)
    int countHeld(long contractId, long neighbourhoodId, int most);

    @Query("""
            SELECT action_sheet_id, neighbourhood_id, is_held, is_stronger
            FROM action_sheet_neighbourhood
            WHERE action_sheet_id IN (:ids)
            """)
    List<Held> findHeld(Collection<Long> ids);

    @Query("SELECT partner_id FROM action_sheet_partner WHERE action_sheet_id = :id")
    List<Long> findPartnerIds(long id);

    @Query("SELECT title_text FROM action_sheet_indicator WHERE action_sheet_id = :id ORDER BY position")
    List<Long> findIndicatorTexts(long id);

    @Query("""
            SELECT axis_id, progress, outcome, COUNT(*) AS sheets
            FROM action_sheet
            WHERE contract_id = :contractId AND state = 'PUBLISHED'
            GROUP BY axis_id, progress, outcome
            """)
    List<AxisStanding> countByStanding(long contractId);

    @Query("SELECT COUNT(*) FROM action_sheet WHERE contract_id = :contractId AND state = 'PUBLISHED' AND pathway = ''")
    long countWithoutPathway(long contractId);

    /** One row for each set of words. */
    @Query("""
            SELECT pathway, COUNT(*) AS sheets
            FROM action_sheet
            WHERE contract_id = :contractId AND state = 'PUBLISHED' AND pathway <> ''
            GROUP BY pathway
            """)
    List<Improved> countByPathway(long contractId);

    @Query("""
            SELECT changed_on, progress, outcome, reason, note_text, adaptation_text
            FROM action_sheet_history
            WHERE action_sheet_id = :id
            ORDER BY position
            """)
    List<PastProgress> findHistory(long id);

    /** Of the published sheets that are stronger where need is greater: one row a place, or one without. */
    @Query("""
            SELECT a.id AS action_sheet_id, n.neighbourhood_id
            FROM action_sheet a
            LEFT JOIN action_sheet_neighbourhood n ON n.action_sheet_id = a.id AND n.is_stronger
            WHERE a.contract_id = :contractId
              AND a.state = 'PUBLISHED'
              AND a.approach = 'PROPORTIONATE'
            ORDER BY a.position, a.id
            """)
    List<StrongerPlace> findStrongerPlaces(long contractId);

    @Query("""
            SELECT h.action_sheet_id, h.changed_on, h.progress, h.outcome, h.reason, h.lever
            FROM action_sheet a
            JOIN action_sheet_history h ON h.action_sheet_id = a.id
            WHERE a.contract_id = :contractId
              AND a.state = 'PUBLISHED'
            ORDER BY h.action_sheet_id, h.position
            """)
    List<SheetStep> findSteps(long contractId);

    /** One row for each set of codes. */
    @Query("""
            SELECT languages, COUNT(*) AS sheets
            FROM action_sheet
            WHERE contract_id = :contractId AND state = 'PUBLISHED' AND languages <> ''
            GROUP BY languages
            """)
    List<SpokenThere> countByLanguages(long contractId);

    /** Of these sheets, the first to the last of each. */
    @Query("""
            SELECT action_sheet_id, changed_on, progress, outcome, reason, note_text, adaptation_text
            FROM action_sheet_history
            WHERE action_sheet_id IN (:ids)
            ORDER BY action_sheet_id, position
            """)
    List<YearStep> findSteps(Collection<Long> ids);

    /** Texts of the indicators planned. */
    @Query("""
            SELECT action_sheet_id, title_text AS id
            FROM action_sheet_indicator
            WHERE action_sheet_id IN (:ids)
            ORDER BY action_sheet_id, position
            """)
    List<OfSheet> findPlannedIndicators(Collection<Long> ids);

    @Query("SELECT action_sheet_id, partner_id AS id FROM action_sheet_partner WHERE action_sheet_id IN (:ids)")
    List<OfSheet> findPartners(Collection<Long> ids);
}
