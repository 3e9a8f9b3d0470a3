package org.portevoix.contract;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.stream.Stream;
import org.portevoix.language.Language;
import org.portevoix.language.Messages;
import org.portevoix.language.Translated;

/** Where somebody may live, as forms ask it: a neighbourhood of the contract, another town, or not known. */
@Singleton
public class Homes {

    private static final List<String> NOWHERE_HERE = List.of(Neighbourhood.OTHER_TOWN, Neighbourhood.UNKNOWN);

    private final Territory territory;
    private final Messages messages;

    Homes(Territory territory, Messages messages) {
        this.territory = territory;
        this.messages = messages;
    }

    /** In the contract's order; then another town, and not known. */
    public List<String> slugs(long contractId) {
        return Stream.concat(named(contractId, Language.SOURCE).map(Territory.Named::slug), NOWHERE_HERE.stream())
                .toList();
    }

    /** The same, in the reader's language. */
    public List<Choice> choices(String lang, long contractId, String chosen) {
        return Stream.concat(
                        named(contractId, lang)
                                .map(one -> new Choice(
                                        one.slug(), one.name(), one.slug().equals(chosen))),
                        NOWHERE_HERE.stream()
                                .map(slug -> new Choice(
                                        slug, messages.say(lang, "consultation.home." + slug), slug.equals(chosen))))
                .toList();
    }

    /** The slug that was typed; "not known" for what is none of them. */
    public String of(long contractId, String typed) {
        return slugs(contractId).contains(typed) ? typed : Neighbourhood.UNKNOWN;
    }

    private Stream<Territory.Named<Neighbourhood>> named(long contractId, String lang) {
        return territory.neighbourhoods(contractId, lang).stream();
    }

    /** @param label a name in the reader's language, or a message of the site */
    public record Choice(String value, Object label, boolean isChosen) {

        /** The label alone, whatever language it is in. */
        public String words() {
            return label instanceof Translated name ? name.body() : String.valueOf(label);
        }
    }
}
