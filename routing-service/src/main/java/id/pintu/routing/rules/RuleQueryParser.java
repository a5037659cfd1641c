package id.pintu.routing.rules;

import id.pintu.routing.text.TokenizedText;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.core.WhitespaceAnalyzer;
import org.apache.lucene.index.Term;
import org.apache.lucene.queryparser.classic.ParseException;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.TermQuery;

/** Parser of rule queries in Lucene's query language, which rejects what cannot be matched against a report. */
final class RuleQueryParser {

    private static final int MIN_PREFIX_LENGTH = 3;
    private static final String TEXT = "text";
    private static final Analyzer WHITESPACE_ANALYZER = new WhitespaceAnalyzer();

    private RuleQueryParser() {}

    /**
     * @throws IllegalArgumentException with the reason, if it is no query or uses an unsupported part of the language
     */
    static RuleQuery parse(String query) {
        try {
            return convert(
                    new org.apache.lucene.queryparser.classic.QueryParser(TEXT, WHITESPACE_ANALYZER).parse(query));
        } catch (ParseException e) {
            throw new IllegalArgumentException(
                    "not a query: "
                            + String.valueOf(e.getMessage()).lines().findFirst().orElse(""),
                    e);
        }
    }

    private static RuleQuery convert(org.apache.lucene.search.Query query) {
        return switch (query) {
            case TermQuery term -> word(term.getTerm());
            case PhraseQuery phrase -> phrase(phrase);
            case PrefixQuery prefix -> prefix(prefix.getPrefix());
            case BoostQuery boost -> new RuleQuery.Boosted(convert(boost.getQuery()), boost.getBoost());
            case BooleanQuery all -> booleanQuery(all);
            case MatchAllDocsQuery all -> new RuleQuery.Anything();
            default ->
                throw new IllegalArgumentException("words, phrases, word*, AND, OR, NOT, + - and ^ are supported, not "
                        + query.getClass().getSimpleName().replace("Query", "").toLowerCase(Locale.ROOT));
        };
    }

    private static RuleQuery word(Term term) {
        return phrase(words(term), 0);
    }

    private static RuleQuery phrase(PhraseQuery phrase) {
        List<String> words = Arrays.stream(phrase.getTerms())
                .flatMap(term -> words(term).stream())
                .toList();
        return phrase(words, phrase.getSlop());
    }

    private static RuleQuery phrase(List<String> words, int slop) {
        return words.size() == 1 ? new RuleQuery.Word(words.getFirst()) : new RuleQuery.Phrase(words, slop);
    }

    private static RuleQuery prefix(Term term) {
        List<String> words = words(term);
        if (words.size() != 1 || words.getFirst().length() < MIN_PREFIX_LENGTH) {
            throw new IllegalArgumentException(
                    "a prefix before * is one word of at least " + MIN_PREFIX_LENGTH + " letters");
        }
        return new RuleQuery.Prefix(words.getFirst());
    }

    private static RuleQuery booleanQuery(BooleanQuery query) {
        List<RuleQuery> must = new ArrayList<>();
        List<RuleQuery> should = new ArrayList<>();
        for (BooleanClause clause : query.clauses()) {
            RuleQuery part = convert(clause.query());
            switch (clause.occur()) {
                case MUST, FILTER -> must.add(part);
                case SHOULD -> should.add(part);
                case MUST_NOT -> must.add(new RuleQuery.Not(part));
            }
        }
        boolean onlyNot = must.stream().allMatch(RuleQuery.Not.class::isInstance);
        if (should.isEmpty() && onlyNot) {
            throw new IllegalArgumentException("it only excludes words, and requires none");
        }
        if (onlyNot) {
            must.addFirst(should.size() == 1 ? should.getFirst() : new RuleQuery.Any(should));
        }
        return must.size() == 1 ? must.getFirst() : new RuleQuery.All(must);
    }

    private static List<String> words(Term term) {
        if (!term.field().equals(TEXT)) {
            throw new IllegalArgumentException(
                    "there is no field '" + term.field() + "'; regions, kinds and doors have columns");
        }
        List<String> words = TokenizedText.of(term.text()).asList();
        if (words.isEmpty()) {
            throw new IllegalArgumentException("'" + term.text() + "' has no letters");
        }
        return words;
    }
}
