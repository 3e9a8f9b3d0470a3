package org.portevoix.council;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.portevoix.account.Accounts;
import org.portevoix.account.Role;
import org.portevoix.contract.Contract;
import org.portevoix.contract.Territory;
import org.portevoix.glossary.PlainCheck;
import org.portevoix.glossary.PlainTexts;
import org.portevoix.language.Language;
import org.portevoix.language.Origin;
import org.portevoix.language.TextStore;
import org.portevoix.web.PageChanges;

/** Makes councils, changes what is said of them, lets their members in and out. */
@Singleton
class CouncilKeeping {

    private final CouncilRepository councils;
    private final Territory territory;
    private final TextStore texts;
    private final Accounts accounts;
    private final PlainTexts plainTexts;
    private final CouncilLetters letters;
    private final PageChanges pageChanges;
    private final Clock clock;

    CouncilKeeping(
            CouncilRepository councils,
            Territory territory,
            TextStore texts,
            Accounts accounts,
            PlainTexts plainTexts,
            CouncilLetters letters,
            PageChanges pageChanges,
            Clock clock) {
        this.councils = councils;
        this.territory = territory;
        this.texts = texts;
        this.accounts = accounts;
        this.plainTexts = plainTexts;
        this.letters = letters;
        this.pageChanges = pageChanges;
        this.clock = clock;
    }

    /** Empty when a council has this address already. */
    @Transactional
    Optional<Council> create(Contract contract, CouncilForm form, PlainCheck plain, long accountId) {
        if (councils.find(contract.id(), form.slug()).isPresent()) {
            return Optional.empty();
        }
        Map<String, String> presentations = form.presentations(contract.languageCodes());
        Council council = councils.save(new Council(
                null,
                contract.id(),
                form.slug(),
                councils.findOf(List.of(contract.id())).size(),
                form.kind(),
                texts.create(Language.SOURCE, form.names(contract.languageCodes()), Origin.COUNCIL),
                presentations.isEmpty() ? null : texts.create(Language.SOURCE, presentations, Origin.COUNCIL),
                form.telephone().isEmpty() ? null : form.telephone()));
        place(contract, council, form);
        plainTexts.keep(contract, council.tag(), accountId, plain);
        pageChanges.changed(Council.listTag(contract.id()));
        return Optional.of(council);
    }

    @Transactional
    void update(Contract contract, Council council, CouncilForm form, PlainCheck plain, long accountId) {
        write(council.nameText(), form.names(contract.languageCodes()));
        Map<String, String> presentations = form.presentations(contract.languageCodes());
        Long presentation = council.presentationText();
        if (presentation == null && !presentations.isEmpty()) {
            presentation = texts.create(Language.SOURCE, presentations, Origin.COUNCIL);
        } else if (presentation != null) {
            write(presentation, presentations);
        }
        councils.update(
                council.key(),
                form.kind(),
                presentations.isEmpty() ? null : presentation,
                form.telephone().isEmpty() ? null : form.telephone());
        councils.deleteNeighbourhoods(council.key());
        place(contract, council, form);
        plainTexts.keep(contract, council.tag(), accountId, plain);
        pageChanges.changed(council.tag(), Council.listTag(contract.id()));
    }

    /** Who has no account yet gets a letter with a link to choose a password. */
    @Transactional
    void invite(Contract contract, Council council, CouncilForm form) {
        Optional<String> token = accounts.create(form.email(), form.member(), Role.COUNCIL, contract.id());
        long account = accounts.findId(form.email()).orElseThrow();
        councils.addMember(council.key(), account, clock.instant());
        token.ifPresent(link -> letters.invited(contract, council, account, Accounts.email(form.email()), link));
    }

    /** They no longer come in for it; who is of no other council here is no council member any more. */
    @Transactional
    void letGo(Contract contract, Council council, long accountId) {
        councils.removeMember(council.key(), accountId);
        if (councils.findOfMember(contract.id(), accountId).isEmpty()) {
            accounts.takeBack(accountId, contract.id(), Role.COUNCIL);
        }
    }

    private void place(Contract contract, Council council, CouncilForm form) {
        territory.neighbourhoods(contract.id(), Language.SOURCE).stream()
                .filter(one -> form.neighbourhoods().contains(one.slug()))
                .forEach(one ->
                        councils.addNeighbourhood(council.key(), one.row().id()));
    }

    /** Languages that were left empty stay as they are; a translation is made from the French beside it. */
    private void write(long text, Map<String, String> bodies) {
        String source = bodies.get(Language.SOURCE);
        if (source == null) {
            return;
        }
        Map<String, String> before = texts.read(text);
        if (!source.equals(before.get(Language.SOURCE))) {
            texts.update(text, Map.of(Language.SOURCE, source));
        }
        bodies.forEach((language, body) -> {
            if (!language.equals(Language.SOURCE) && !body.equals(before.get(language))) {
                texts.translate(text, language, body, source, Origin.COUNCIL);
            }
        });
    }

    /** The bodies of a text by language; none of a text that was not written. */
    /** Whether it presents itself in these words already: what residents read stays, even if it is hard. */
    boolean says(Council council, String presentation) {
        return presentation.equals(bodies(council.presentationText()).get(Language.SOURCE));
    }

    Map<String, String> bodies(@Nullable Long text) {
        return text == null ? Map.of() : texts.read(text);
    }
}
