package org.portevoix.glossary;

import com.ibm.icu.text.Collator;
import com.ibm.icu.util.ULocale;
import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.portevoix.language.Language;
import org.portevoix.language.Texts;
import org.portevoix.language.TextsRead;
import org.portevoix.web.ExplainedWord;
import org.portevoix.web.Explanations;

/** What the words of a contract mean. */
@Singleton
public class Glossary implements Explanations {

    private final TermRepository terms;
    private final Texts texts;

    Glossary(TermRepository terms, Texts texts) {
        this.terms = terms;
        this.texts = texts;
    }

    /** The words that are explained, as French texts write them. */
    public Set<String> frenchWords(long contractId) {
        List<Term> found = terms.findByContractIdOrderByPosition(contractId);
        TextsRead read = texts.read(Language.SOURCE, found.stream().map(Term::titleText));
        return found.stream().map(term -> read.get(term.titleText()).body()).collect(Collectors.toSet());
    }

    @Override
    public List<ExplainedWord> of(String contract, String language) {
        List<Term> found = terms.findOf(contract);
        Stream<Long> ids = found.stream().flatMap(term -> Stream.of(term.titleText(), term.explanationText()));
        TextsRead read = texts.read(language, Stream.concat(ids, found.stream().map(Term::standsForText)));
        TextsRead french = texts.read(Language.SOURCE, found.stream().map(Term::titleText));
        Comparator<Object> order = Collator.getInstance(ULocale.forLanguageTag(language));
        return found.stream()
                .map(term -> new ExplainedWord(
                        term.slug(),
                        french.get(term.titleText()).body(),
                        read.get(term.titleText()),
                        read.find(term.standsForText()),
                        read.get(term.explanationText())))
                .sorted(Comparator.comparing(word -> word.title().body(), order))
                .toList();
    }
}
