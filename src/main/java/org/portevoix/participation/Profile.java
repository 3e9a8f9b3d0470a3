package org.portevoix.participation;

import java.util.List;

/** What people may say of themselves, and no more: the bands of age are those of the department's population tables. */
public final class Profile {
    public static final List<String> AGE_BANDS = List.of("0-19", "20-39", "40-59", "60-74", "75+");
    public static final List<String> GENDERS = List.of("woman", "man", "other");

    private Profile() {}
}
