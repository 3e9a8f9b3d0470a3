package org.portevoix.paper;

/** The few colours, which differ in grey too. */
public enum Ink {
    BLACK("0 0 0"),
    WHITE("1 1 1"),
    /** The site's accent: almost black where a printer has no colours. */
    DEEP(".039 .353 .341"),
    SUN("1 .788 .302"),
    SOFT(".35 .31 .27"),
    LINE(".75 .72 .68"),
    MIST(".93 .95 .945"),
    /** From the lightest to the darkest, each a step of grey darker. */
    FIRST(".88 .945 .935"),
    SECOND(".7 .85 .835"),
    THIRD(".47 .69 .675"),
    FOURTH(".24 .5 .485"),
    FIFTH(".02 .26 .25");

    private final String components;

    Ink(String components) {
        this.components = components;
    }

    String components() {
        return components;
    }
}
