package org.portevoix.contract;

/** A list of a contract's open data, as each feature gives it. */
public interface OpenList {

    /** As in addresses and in the names of files. */
    String name();

    /** In the language of the visit. */
    OpenData.Listing<?> of(Visit visit);
}
