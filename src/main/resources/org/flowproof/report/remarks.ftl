[#list remarks as r]
[=r.words][#if r.display?has_content]
\begin{equation*}
[=r.display]
\end{equation*}
[=r.because].[#else]: [=r.because].[/#if]
[/#list]
[#if notes?has_content]
[=notes]
[/#if]
