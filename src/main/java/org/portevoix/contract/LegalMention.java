package org.portevoix.contract;

import java.util.List;
import org.portevoix.language.Language;
import org.portevoix.language.Translated;
import org.portevoix.web.TelephoneLink;

/** Who answers for a contract's pages (loi 2004-575, art. 1-1; RGPD, art. 13), written in French by the team. */
record LegalMention(
        String territory,
        Translated editor,
        Translated publicationDirector,
        Translated host,
        ContactPoint dataProtectionOfficer,
        ContactPoint contact,
        String telephone) {

    static LegalMention of(Contract contract) {
        return new LegalMention(
                contract.territoryName(),
                french(contract.editor()),
                french(contract.publicationDirector()),
                french(contract.host()),
                ContactPoint.of(contract.dataProtectionOfficer()),
                ContactPoint.of(contract.contact()),
                contract.mentionsTelephone());
    }

    public String telephoneLink() {
        return TelephoneLink.of(telephone);
    }

    static Translated french(String words) {
        return Translated.of(Language.SOURCE, "ltr", false, List.of(words));
    }
}
