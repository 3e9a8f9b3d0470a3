package org.portevoix.interview;

import io.micronaut.core.annotation.Introspected;

/** What was answered to one question: words, or the labels chosen, a line each. */
@Introspected
record InterviewAnswer(long interviewId, long questionId, String body) {}
