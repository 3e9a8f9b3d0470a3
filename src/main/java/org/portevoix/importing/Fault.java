package org.portevoix.importing;

import java.util.Comparator;

/**
 * Something wrong in a contract file.
 *
 * @param line from 1; 0 where the whole file is meant
 * @param path where in the contract, as actions[plomb].title.fr; empty where the whole file is meant
 * @param message what is wrong, in French
 * @param pointer the same place as a JSON pointer (RFC 6901); of what lacks, where it should be
 * @param key of the message, as fault.shape.required
 */
public record Fault(int line, String path, String message, String pointer, String key) {
    static final Comparator<Fault> BY_LINE =
            Comparator.comparingInt(Fault::line).thenComparing(Fault::path).thenComparing(Fault::message);

    Fault(int line, String path, String message) {
        this(line, path, message, "", "");
    }

    /** Of a field that lacks: the place where it should be. */
    Fault lacking(String name) {
        return new Fault(line, path, message, pointer + ContractFile.step(name), key);
    }

    /** As editors and people read it: "contrat.yaml:12: actions[plomb].title: il manque le français". */
    public String in(String file) {
        return file + ":" + (line > 0 ? line + ":" : "") + " " + (path.isEmpty() ? "" : path + " : ") + message;
    }
}
