package org.portevoix.search;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;
import java.util.Set;
import org.portevoix.consultation.MaskedWords;
import org.portevoix.consultation.OpinionToLookAt;
import org.portevoix.consultation.WordsKept;

/** Writes down the words of each opinion once it was looked at, and forgets them with it. */
@Singleton
class WordKeeping implements WordsKept {

    private final JdbcOperations database;

    WordKeeping(JdbcOperations database) {
        this.database = database;
    }

    @Override
    public void looked(OpinionToLookAt opinion) {
        gone(opinion.id());
        Set<String> words = Words.kept(opinion.words().stream()
                .map(one -> one.body().replace(MaskedWords.MARK, " "))
                .toList());
        if (words.isEmpty()) {
            return;
        }
        database.prepareStatement(
                "INSERT INTO opinion_word (opinion_id, word, contract_id) VALUES (?, ?, ?)", statement -> {
                    // In the order of the key, as all who write here: two at once never wait for each other.
                    for (String word : words.stream().sorted().toList()) {
                        statement.setLong(1, opinion.id());
                        statement.setString(2, word);
                        statement.setLong(3, opinion.contractId());
                        statement.addBatch();
                    }
                    return statement.executeBatch().length;
                });
    }

    @Override
    public void changed(long opinionId) {
        gone(opinionId);
    }

    @Override
    public void gone(long opinionId) {
        database.prepareStatement("DELETE FROM opinion_word WHERE opinion_id = ?", statement -> {
            statement.setLong(1, opinionId);
            return statement.executeUpdate();
        });
    }
}
