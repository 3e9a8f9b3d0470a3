package org.portevoix.pack;

/** A form in which the committee's pack is kept: every bean of it is written when a pack is frozen. */
public interface PackFormat {

    /** Of the file's name, without the dot: "pdf". */
    String ending();

    String mediaType();

    /** The beginning of the file's name; another one where two formats end alike. */
    default String name() {
        return "dossier";
    }

    /** The same bytes for the same pack: nothing of the present moment, nothing that isn't in the pack. */
    byte[] write(Pack pack);
}
