package org.portevoix.council;

import jakarta.inject.Singleton;
import java.util.List;
import org.portevoix.account.Desk;
import org.portevoix.account.Permission;
import org.portevoix.contract.Contract;
import org.portevoix.language.Language;
import org.portevoix.language.Texts;
import org.portevoix.web.NotFound;

/** Lets the members of a council into its own pages, and nobody into another's. */
@Singleton
class CouncilDoor {

    private final CouncilRepository councils;
    private final Texts texts;

    CouncilDoor(CouncilRepository councils, Texts texts) {
        this.councils = councils;
        this.texts = texts;
    }

    /** Forbidden to who is of no council here; NotFound to the members of another. */
    Entered enter(Desk desk, String contract, String slug) {
        Contract found = desk.contract(contract, Permission.COUNCIL);
        Council council =
                councils.findOfMember(found.id(), slug, desk.accountId()).orElseThrow(NotFound::new);
        return new Entered(found, council, name(council));
    }

    /** Those that the person is a member of. */
    List<Council> own(Desk desk, Contract contract) {
        return councils.findOfMember(contract.id(), desk.accountId());
    }

    String name(Council council) {
        return texts.read(Language.SOURCE, council.nameText())
                .get(council.nameText())
                .body();
    }

    /** A council at its own table; its name in French. */
    record Entered(Contract contract, Council council, String name) {

        String address() {
            return "/equipe/" + contract.slug() + "/conseils/" + council.slug();
        }
    }
}
