package org.portevoix.event;

import java.util.List;

/** What was said of an edition of an event, for the team to choose what the next one answers. Reports and councils know. */
public interface EditionRemarks {

    /** In the words in which it was said, or a person told it; what residents may not read is left out. */
    List<String> of(long contractId, long eventId, String slug);
}
