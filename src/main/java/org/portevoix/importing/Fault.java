package org.portevoix.importing;

import java.util.Comparator;

/**
 * Something wrong in a contract file.
 *
 * @param line from 1; 0 where the whole file is meant
 * @param path where in the contract, as actions[plomb].title.fr; empty where the whole file is meant
 * @param message what is wrong, in French
 */
public record Fault(int line, String path, String message) {
    static final Comparator<Fault> BY_LINE =
            Comparator.comparingInt(Fault::line).thenComparing(Fault::path).thenComparing(Fault::message);

    /** As editors and people read it: "contrat.yaml:12: actions[plomb].title: il manque le français". */
    public String in(String file) {
        return file + ":" + (line > 0 ? line + ":" : "") + " " + (path.isEmpty() ? "" : path + " : ") + message;
    }
}
