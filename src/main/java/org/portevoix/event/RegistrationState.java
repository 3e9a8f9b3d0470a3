package org.portevoix.event;

/** Where a registration stands. */
enum RegistrationState {
    CONFIRMED,
    /** For as many places as its people need: a party is never split. */
    WAITING,
    WITHDRAWN
}
