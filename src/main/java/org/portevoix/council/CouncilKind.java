package org.portevoix.council;

/** What a council is called in its town: conseil citoyen, de quartier, de voisinage, café des habitants. */
enum CouncilKind {
    CITIZENS,
    NEIGHBOURHOOD,
    NEIGHBOURS,
    CAFE
}
