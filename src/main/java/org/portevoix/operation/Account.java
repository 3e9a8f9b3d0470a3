package org.portevoix.operation;

/** Who speaks to the database. */
record Account(String username, String password) {
    @Override
    public String toString() {
        return username;
    }
}
