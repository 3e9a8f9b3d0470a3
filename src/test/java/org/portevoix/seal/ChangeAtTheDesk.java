package org.portevoix.seal;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.transaction.TransactionOperations;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/**
 * Stands where a form of the desk has been answered and, where the test asks it in the address, changes a row as any feature would: so
 * that each form is seen to commit something, whatever it itself refused.
 */
@ServerFilter({"/equipe", "/equipe/**"})
class ChangeAtTheDesk {

    static final String ASKED = "changement-d-essai";

    private final TransactionOperations<Connection> transactions;

    ChangeAtTheDesk(TransactionOperations<Connection> transactions) {
        this.transactions = transactions;
    }

    @ResponseFilter
    @ExecuteOn(TaskExecutors.BLOCKING)
    void change(HttpRequest<?> request) {
        request.getParameters()
                .getFirst(ASKED)
                .ifPresent(tag -> transactions.executeWrite(status -> {
                    try (PreparedStatement insert = status.getConnection()
                            .prepareStatement("INSERT INTO page_change (tag, changed_at) VALUES (?, NOW(6))")) {
                        insert.setString(1, tag);
                        return insert.executeUpdate();
                    } catch (SQLException e) {
                        throw new IllegalStateException(e);
                    }
                }));
    }
}
