package org.portevoix.web;

import java.util.List;

/** What the words of a contract's texts mean. The glossary knows. */
public interface Explanations {

    /** For a reader of this language, in the order of its alphabet. */
    List<ExplainedWord> of(String contractSlug, String language);
}
