package org.portevoix.event;

/** What has to be said by telephone to somebody who registered, since they left no e-mail address. */
enum Call {
    PROMOTED,
    CHANGED,
    CANCELLED
}
