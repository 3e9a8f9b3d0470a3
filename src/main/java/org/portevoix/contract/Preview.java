package org.portevoix.contract;

import org.portevoix.web.Page;

/** How a feature shows the team one of its items as residents will see it, public or not. */
public interface Preview {

    /** The list of a contract's file that its items stand in, as "events". */
    String list();

    /** NotFound when there is no such item. */
    Page of(Visit visit, String slug);
}
