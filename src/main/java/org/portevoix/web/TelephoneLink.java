package org.portevoix.web;

import org.jspecify.annotations.Nullable;

/** A telephone number as an address of the kind {@code tel:} holds it (RFC 3966): digits, and the sign before a country's. */
public final class TelephoneLink {

    private TelephoneLink() {}

    public static String of(String telephone) {
        return telephone.replaceAll("[^+0-9]", "");
    }

    /** Null of null. */
    public static @Nullable String find(@Nullable String telephone) {
        return telephone == null ? null : of(telephone);
    }
}
