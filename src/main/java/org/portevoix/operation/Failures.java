package org.portevoix.operation;

import java.sql.SQLException;

/** Failures told without their message: a library's may quote what a resident wrote (a value too long, a double). */
final class Failures {
    private Failures() {}

    /** The kind of failure; of the database's, the codes by which its manual tells the rest. */
    static String named(Throwable failure) {
        String name = failure.getClass().getName();
        return failure instanceof SQLException sql
                ? name + ", SQLSTATE " + sql.getSQLState() + ", code " + sql.getErrorCode()
                : name;
    }
}
