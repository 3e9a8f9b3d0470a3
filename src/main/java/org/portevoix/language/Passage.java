package org.portevoix.language;

/** A paragraph as one reader gets it, in the language in which it is really written. */
public record Passage(String language, String direction, String body) {}
