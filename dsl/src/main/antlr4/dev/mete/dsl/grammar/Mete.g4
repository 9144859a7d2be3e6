/*
 * The Mete language, version 1. Line breaks carry no meaning; `#` starts a comment. Most keywords can still be names: see `word`.
 * Conditions and amounts share one grammar: what a word or an operator means depends on types, which the checker knows.
 */
grammar Mete;

// A whole file, for tools that highlight or complete. Compiling reads it item by item, so that no mistake swallows the next item.
file : item* EOF ;

loneItem    : item EOF ;
loneModel   : model EOF ;
loneFeature : feature EOF ;

item
    : policy
    | include
    | models
    | features
    | let
    | bucket
    | waiting
    | ruleLine
    | otherwise
    | limit
    | ensure
    | test
    ;

policy     : POLICY policyName ;
policyName : policyPart (MINUS policyPart)* ;
policyPart : word | (NUMBER | QUANTITY | MISWRITTEN) WORD? ;

include : INCLUDE text ;

models : MODELS LEFT_BRACE model* RIGHT_BRACE ;
model  : word EQUAL text ;

features : FEATURES LEFT_BRACE feature* RIGHT_BRACE ;
feature  : word (COLON type)? (EQUAL value)? ;

type
    : ONE OF word (COMMA word)*                   # closed
    | SET OF word                                 # set
    | word (LESS word)+                           # ordered
    | word (FROM number)? (UP? TO number)?        # plain
    ;

let : LET word EQUAL expression ;

bucket : BUCKET word (WHEN expression | OTHERWISE) ;

waiting : WAITING COSTS sum PER word when? ;

ruleLine  : RULE text WHEN expression THEN choice fallback* ;
otherwise : OTHERWISE choice fallback* ;
fallback  : FALLBACK plan ;

choice
    : plan                                                        # single
    | (BEST | CHEAPEST | FASTEST) OF plan+ (WHERE expression)?    # several
    ;
plan    : word (COMMA setting)+ ;
setting : word sum ;

limit   : LIMIT word comparison sum when? because? ;
ensure  : ENSURE expression when? because? ;
when    : WHEN expression ;
because : BECAUSE text ;

test        : TEST text GIVEN given (COMMA given)* EXPECT expectation (COMMA expectation)* ;
given       : word value ;
expectation : word (comparison | IS | IN)? value? ;

value : number | text | word | OTHERWISE | LEFT_BRACKET (value (COMMA value)*)? RIGHT_BRACKET ;

expression  : conjunction (OR conjunction)* ;
conjunction : negation (AND negation)* ;
negation    : NOT* question ;
question    : sum relation* ;

relation
    : comparison sum              # compared
    | IS NOT? sum                 # identified
    | NOT? IN list                # listed
    | NOT? IN sum                 # contained
    | STARTS WITH sum             # starts
    | ENDS WITH sum               # ends
    | CONTAINS sum                # contains
    ;

list    : LEFT_BRACKET (sum (COMMA sum)*)? RIGHT_BRACKET ;
sum     : product ((PLUS | MINUS) product)* ;
product : factor ((TIMES | DIVIDE) factor)* ;
factor  : MINUS? primary ;

primary
    : quantity                                                     # constant
    | text                                                         # literal
    | word (LEFT_PAREN expression (COMMA expression)* RIGHT_PAREN)?    # name
    | LEFT_PAREN expression RIGHT_PAREN                            # parentheses
    ;

number     : MINUS? quantity ;
quantity   : NUMBER | QUANTITY | MISWRITTEN ;
text       : TEXT | OPEN_TEXT | OTHER_TEXT ;
comparison : EQUAL | NOT_EQUAL | LESS | AT_MOST | GREATER | AT_LEAST ;

// Keywords that are names wherever a name can stand.
word
    : WORD
    | POLICY | INCLUDE | MODELS | FEATURES | LET | BUCKET | WAITING | COSTS | PER | RULE | BEST | CHEAPEST | FASTEST | OF | LIMIT | ENSURE
    | TEST | STARTS | ENDS | WITH | CONTAINS | ONE | SET | FROM | UP | TO
    ;

POLICY   : 'policy' ;
INCLUDE  : 'include' ;
MODELS   : 'models' ;
FEATURES : 'features' ;
LET      : 'let' ;
BUCKET   : 'bucket' ;
WAITING  : 'waiting' ;
COSTS    : 'costs' ;
PER      : 'per' ;
RULE     : 'rule' ;
BEST     : 'best' ;
CHEAPEST : 'cheapest' ;
FASTEST  : 'fastest' ;
OF       : 'of' ;
LIMIT    : 'limit' ;
ENSURE   : 'ensure' ;
TEST     : 'test' ;
STARTS   : 'starts' ;
ENDS     : 'ends' ;
WITH     : 'with' ;
CONTAINS : 'contains' ;
ONE      : 'one' ;
SET      : 'set' ;
FROM     : 'from' ;
UP       : 'up' ;
TO       : 'to' ;

// Keywords that are never names.
WHEN      : 'when' ;
THEN      : 'then' ;
FALLBACK  : 'fallback' ;
OTHERWISE : 'otherwise' ;
WHERE     : 'where' ;
BECAUSE   : 'because' ;
GIVEN     : 'given' ;
EXPECT    : 'expect' ;
IS        : 'is' ;
IN        : 'in' ;

// Spellings of other languages are taken for what they mean, and reported.
AND       : 'and' | '&&' ;
OR        : 'or' | '||' ;
NOT       : 'not' | '!' ;
EQUAL     : '=' | '==' ;
NOT_EQUAL : '!=' | '<>' | '≠' ;
AT_MOST   : '<=' | '=<' | '≤' ;
AT_LEAST  : '>=' | '=>' | '≥' ;
LESS      : '<' ;
GREATER   : '>' ;

PLUS          : '+' ;
MINUS         : '-' | '−' ;
TIMES         : '*' | '×' ;
DIVIDE        : '/' ;
COMMA         : ',' | ';' ;
COLON         : ':' ;
LEFT_BRACE    : '{' ;
RIGHT_BRACE   : '}' ;
LEFT_BRACKET  : '[' ;
RIGHT_BRACKET : ']' ;
LEFT_PAREN    : '(' ;
RIGHT_PAREN   : ')' ;

NUMBER     : DIGITS ('.' [0-9]+)? ;
QUANTITY   : '$' DIGITS ('.' [0-9]+)? | DIGITS ('.' [0-9]+)? ('ms' | 's' | 'm' | 'h' | 'd' | '%') ;
// A number with a unit that there is not, or with a fraction that has no digits.
MISWRITTEN : '$'? (DIGITS | '.' [0-9]) [\p{Letter}\p{Number}_.]* ('%' | '$')? | '$' ([ \t]+ DIGITS ('.' [0-9]+)?)? ;

TEXT       : '"' (~["\\\r\n] | '\\' ~[\r\n])* '"' ;
OPEN_TEXT  : '"' (~["\\\r\n] | '\\' ~[\r\n])* '\\'? ;
OTHER_TEXT : '\'' ~['\r\n]* '\'' | '‘' ~[‘’\r\n]* '’' | '“' ~[“”\r\n]* '”' | '„' ~[“”„\r\n]* ('“' | '”') ;

WORD : [\p{Letter}_] [\p{Letter}\p{Number}_]* ;

// Told apart from a comment that a formatter keeps, white space means nothing at all.
COMMENT : '#' ~[\r\n]* -> channel(HIDDEN) ;
SPACE   : [ \t\r\n\u00A0\uFEFF]+ -> channel(HIDDEN) ;

// Everything else, so that each character of a file is in a token.
STRAY : . ;

fragment DIGITS : [0-9] [0-9_]* ;
