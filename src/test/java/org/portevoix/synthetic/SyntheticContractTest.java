package org.portevoix.synthetic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import io.micronaut.test.support.TestPropertyProvider;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.portevoix.TestDatabase;

@MicronautTest(transactional = false)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SyntheticContractTest implements TestPropertyProvider {
    @Inject
    SyntheticContract synthetic;

    @Override
    public Map<String, String> getProperties() {
        return TestDatabase.properties().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> String.valueOf(entry.getValue())));
    }

    @Test
    void eachOpinionHasItsLineAndTheOtherLinesAreNoOpinions() throws SQLException {
        List<String> progress = new ArrayList<>();
        SyntheticContract.Outcome made =
                synthetic.make("synthetique-essai", new SyntheticContract.Size(12, 30, 120, 1_500), progress::add);
        assertTrue(made.isDone(), made.line());
        assertEquals(5, progress.size(), progress::toString);
        assertEquals(
                6 + 12,
                count("SELECT COUNT(*) FROM action_sheet a JOIN contract c ON c.id = a.contract_id WHERE c.slug = ?"));
        assertEquals(
                30, count("SELECT COUNT(*) FROM event e JOIN contract c ON c.id = e.contract_id WHERE c.slug = ?"));
        assertEquals(
                120, count("SELECT COUNT(*) FROM opinion o JOIN contract c ON c.id = o.contract_id WHERE c.slug = ?"));
        assertEquals(120, count(LINES + "AND l.act = 'OPINION'"));
        assertEquals(1_500, count(LINES + "AND l.act <> 'OPINION'"));
        assertEquals(1, count("SELECT is_example FROM contract WHERE slug = ?"));
    }

    @Test
    void aContractThatIsThereIsNeverTouched() {
        assertTrue(synthetic
                .make("synthetique-deux-fois", new SyntheticContract.Size(0, 0, 1, 1), line -> {})
                .isDone());
        assertFalse(synthetic
                .make("synthetique-deux-fois", new SyntheticContract.Size(0, 0, 1, 1), line -> {})
                .isDone());
        assertFalse(synthetic
                .make("bobigny", new SyntheticContract.Size(0, 0, 1, 1), line -> {})
                .isDone());
    }

    @Test
    void theSameNameGivesTheSameOpinions() {
        var one = new SyntheticActs("synthetique-1");
        var same = new SyntheticActs("synthetique-1");
        for (int i = 0; i < 100; i++) {
            assertEquals(one.opinion(), same.opinion());
            assertEquals(one.formKey(), same.formKey());
        }
    }

    private static final String LINES =
            "SELECT COUNT(*) FROM ledger_line l JOIN contract c ON c.id = l.contract_id WHERE c.slug = ? ";

    private static long count(String query) throws SQLException {
        try (Connection connection = TestDatabase.siteConnection();
                PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setString(1, "synthetique-essai");
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }
}
