package org.portevoix.operation;

/** One thing that the doctor looked at: good, worth knowing, or a fault with what to do about it. */
record Finding(State state, String line) {
    enum State {
        GOOD("bon     "),
        REMARK("à savoir"),
        FAULT("FAUTE   ");

        private final String word;

        State(String word) {
            this.word = word;
        }
    }

    static Finding good(String line) {
        return new Finding(State.GOOD, line);
    }

    static Finding remark(String line) {
        return new Finding(State.REMARK, line);
    }

    static Finding fault(String line) {
        return new Finding(State.FAULT, line);
    }

    boolean isFault() {
        return state == State.FAULT;
    }

    @Override
    public String toString() {
        return "[" + state.word + "] " + line;
    }
}
