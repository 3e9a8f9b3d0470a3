package org.portevoix.web;

/** Somebody else, or the same person before, has already done it: a 409 page. */
public final class Conflict extends RuntimeException {

    public Conflict() {
        super("Conflict", null, false, false);
    }
}
