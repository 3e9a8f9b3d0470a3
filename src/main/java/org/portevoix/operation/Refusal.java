package org.portevoix.operation;

/** What keeps Porte-Voix from going on, as one line in French that tells the operator what to do. */
public final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Refusal(String line) {
        super(line);
    }

    Refusal(String line, Throwable cause) {
        super(line, cause);
    }

    /** The line to show. */
    String line() {
        return String.valueOf(getMessage());
    }
}
