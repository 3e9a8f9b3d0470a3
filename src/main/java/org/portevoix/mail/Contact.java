package org.portevoix.mail;

/** How to reach somebody about what they gave. */
public record Contact(Kind kind, String address, String language) {

    public enum Kind {
        EMAIL,
        TELEPHONE
    }
}
