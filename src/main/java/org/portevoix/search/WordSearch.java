package org.portevoix.search;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Finds a contract's opinions by their words, all of them, the last one by how it begins. What is looked for is never
 * logged. A rare word leads to its opinions; of a common one, each opinion of the list is asked whether it has it.
 */
@Singleton
public class WordSearch {

    /** More words than that tell nothing more. */
    private static final int MOST_WORDS = 8;

    /** Opinions that a word leads to, to be sorted at once. */
    private static final int RARE = 2_000;

    /** The same where there are other words: two that are never together would have the whole list asked in vain. */
    private static final int RARE_AMONG_OTHERS = 10_000;

    private final JdbcOperations database;

    WordSearch(JdbcOperations database) {
        this.database = database;
    }

    /** What a query over {@code opinion o} needs, in the caller's transaction. @param text as typed; "" for no search */
    public Condition condition(long contractId, String text) {
        List<Term> terms = terms(text);
        if (terms.isEmpty()) {
            return text.isBlank() ? Condition.ALL : Condition.NONE;
        }
        int most = terms.size() == 1 ? RARE : RARE_AMONG_OTHERS;
        List<Term> rare = new ArrayList<>();
        List<Term> common = new ArrayList<>();
        for (Term term : terms) {
            (count(contractId, term, most + 1) <= most ? rare : common).add(term);
        }
        StringBuilder where = new StringBuilder();
        List<Object> asked = new ArrayList<>();
        for (Term term : common) {
            // Counted one by one: as EXISTS, both servers may read all opinions that have the word first.
            where.append(" AND (SELECT COUNT(*) FROM opinion_word w WHERE w.opinion_id = o.id AND w.word ")
                    .append(term.sql())
                    .append(") > 0");
            asked.add(term.value());
        }
        return rare.isEmpty()
                ? new Condition("opinion o", List.of(), where.toString(), asked)
                : led(contractId, rare, where.toString(), asked);
    }

    /** By the opinions that have all the rare words, found in the index of words alone. */
    private static Condition led(long contractId, List<Term> rare, String where, List<Object> asked) {
        List<Object> values = new ArrayList<>();
        values.add(contractId);
        rare.forEach(term -> values.add(term.value()));
        rare.forEach(term -> values.add(term.value()));
        return new Condition(
                "(SELECT opinion_id FROM opinion_word WHERE contract_id = ? AND ("
                        + rare.stream().map(term -> "word " + term.sql()).collect(Collectors.joining(" OR "))
                        + ") GROUP BY opinion_id HAVING "
                        + rare.stream()
                                .map(term -> "SUM(word " + term.sql() + ") > 0")
                                .collect(Collectors.joining(" AND "))
                        + ") found STRAIGHT_JOIN opinion o ON o.id = found.opinion_id",
                values,
                where,
                asked);
    }

    private int count(long contractId, Term term, int most) {
        return database.prepareStatement("""
                SELECT COUNT(*)
                FROM (
                    SELECT 1
                    FROM opinion_word
                    WHERE contract_id = ?
                      AND word %s
                    LIMIT %d) few
                """.formatted(term.sql(), most), statement -> {
            statement.setLong(1, contractId);
            statement.setString(2, term.value());
            try (var rows = statement.executeQuery()) {
                rows.next();
                return rows.getInt(1);
            }
        });
    }

    private static List<Term> terms(String text) {
        List<String> words = Words.asked(text).stream()
                .filter(word -> !word.isEmpty())
                .limit(MOST_WORDS)
                .toList();
        List<Term> terms = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            terms.add(new Term(word, i == words.size() - 1 && (word.length() > 1 || Words.isHan(word))));
        }
        return terms;
    }

    /** @param isBeginning whether longer words that begin so are meant too. It holds letters and digits alone */
    private record Term(String word, boolean isBeginning) {

        String sql() {
            return isBeginning ? "LIKE ?" : "= ?";
        }

        String value() {
            return isBeginning ? word + "%" : word;
        }
    }

    /**
     * Parts of a query over {@code opinion o}.
     *
     * @param from after FROM
     * @param fromValues of its marks
     * @param where to follow the other conditions
     * @param whereValues of its marks
     */
    public record Condition(String from, List<Object> fromValues, String where, List<Object> whereValues) {

        static final Condition ALL = new Condition("opinion o", List.of(), "", List.of());

        /** Nothing in it can be a word. */
        static final Condition NONE = new Condition("opinion o", List.of(), " AND 1 = 0", List.of());
    }
}
