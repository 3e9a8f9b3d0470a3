package org.portevoix.participation;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.portevoix.TestDatabase;

/** A contract in the database with two axes of one action sheet each, and two neighbourhoods; each test has its own. */
record StoredContract(long id, String slug, long housing, long sport) {

    static StoredContract named(String slug) {
        try (Connection owner = TestDatabase.ownerConnection()) {
            long id = insert(owner, """
                    INSERT INTO contract (slug, title_text, summary_text, territory_name, languages, telephone, editor,
                        publication_director, host, data_protection_officer, contact, mentions_telephone, first_imported_on)
                    VALUES ('%s', %d, %d, 'Ville', 'fr ar', '01 00 00 00 00', 'a', 'b', 'c', 'd', 'e', '01', '2027-01-01')
                    """.formatted(slug, text(owner, "Contrat"), text(owner, "Résumé")));
            neighbourhood(owner, id, "centre", 1, "4000");
            neighbourhood(owner, id, "gare", 2, "NULL");
            return new StoredContract(id, slug, sheet(owner, id, "logement", 1), sheet(owner, id, "sport", 2));
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** Adds sheets, each on an axis of its own, as many as a whole contract has. */
    void addSheets(int count) {
        try (Connection owner = TestDatabase.ownerConnection()) {
            for (int each = 3; each < 3 + count; each++) {
                String words = Integer.toString(each * 7919, 36) + "-" + Integer.toString(each * 104729, 36);
                sheet(owner, id, "permanence-" + words + "-et-atelier-de-sante", each);
            }
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static void neighbourhood(Connection owner, long contract, String slug, int position, String population)
            throws SQLException {
        insert(
                owner,
                "INSERT INTO neighbourhood (contract_id, slug, position, name_text, population) VALUES (%d, '%s', %d, %d, %s)"
                        .formatted(contract, slug, position, text(owner, slug), population));
    }

    private static long sheet(Connection owner, long contract, String slug, int position) throws SQLException {
        long axis = insert(
                owner,
                "INSERT INTO axis (contract_id, slug, position, title_text) VALUES (%d, 'axe-%s', %d, %d)"
                        .formatted(contract, slug, position, text(owner, "Axe " + slug)));
        return insert(owner, """
                INSERT INTO action_sheet (contract_id, slug, position, axis_id, title_text, summary_text, progress, approach,
                    hours_text, is_free, appointment, plan_level)
                VALUES (%d, '%s', %d, %d, %d, %d, 'UNDER_WAY', 'UNIVERSAL', %d, TRUE, 'NONE', 'CONSULTED')
                """.formatted(
                        contract,
                        slug,
                        position,
                        axis,
                        text(owner, "Action " + slug),
                        text(owner, "Résumé"),
                        text(owner, "Heures")));
    }

    private static long text(Connection owner, String body) throws SQLException {
        long id = insert(owner, "INSERT INTO text (source_language) VALUES ('fr')");
        insert(owner, """
                INSERT INTO paragraph (text_id, language, position, body, origin, digest, state)
                VALUES (%d, 'fr', 0, '%s', 'SOURCE', '0123456789abcdef', 'REVIEWED')
                """.formatted(id, body));
        return id;
    }

    private static long insert(Connection owner, String sql) throws SQLException {
        try (PreparedStatement statement = owner.prepareStatement(sql, Statement.RETURN_GENERATED_KEYS)) {
            statement.executeUpdate();
            try (ResultSet keys = statement.getGeneratedKeys()) {
                return keys.next() ? keys.getLong(1) : 0;
            }
        }
    }
}
