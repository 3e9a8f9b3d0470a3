package org.portevoix.web;

import java.util.function.Consumer;

/** Something a feature does, or tells the operator, when the site starts: load the sample, say how to sign in. */
public interface StartupStep {
    /** Steps run from the lowest to the highest; those below 0 before the site answers its first visitor, the others once it is open. */
    int order();

    /** {@code say} prints one line on the operator's console. */
    void run(Consumer<String> say);
}
