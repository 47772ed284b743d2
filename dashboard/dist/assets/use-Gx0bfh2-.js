var e=Object.create,t=Object.defineProperty,n=Object.getOwnPropertyDescriptor,r=Object.getOwnPropertyNames,i=Object.getPrototypeOf,a=Object.prototype.hasOwnProperty,o=(e,t)=>()=>(t||(e((t={exports:{}}).exports,t,t.exports),e=null),t.exports),s=(e,n)=>{let r={};for(var i in e)t(r,i,{get:e[i],enumerable:!0});return n||t(r,Symbol.toStringTag,{value:`Module`}),r},c=(e,i,o,s)=>{if(i&&typeof i==`object`||typeof i==`function`)for(var c=r(i),l=0,u=c.length,d;l<u;l++)d=c[l],!a.call(e,d)&&d!==o&&t(e,d,{get:(e=>i[e]).bind(null,d),enumerable:!(s=n(i,d))||s.enumerable});return e},l=(n,r,o)=>(o=n==null?{}:e(i(n)),c(r||!n||!n.__esModule||!a.call(n,`default`)?t(o,`default`,{value:n,enumerable:!0}):o,n)),u=o((e=>{var t=Symbol.for(`react.transitional.element`),n=Symbol.for(`react.portal`),r=Symbol.for(`react.fragment`),i=Symbol.for(`react.strict_mode`),a=Symbol.for(`react.profiler`),o=Symbol.for(`react.consumer`),s=Symbol.for(`react.context`),c=Symbol.for(`react.forward_ref`),l=Symbol.for(`react.suspense`),u=Symbol.for(`react.memo`),d=Symbol.for(`react.lazy`),f=Symbol.for(`react.activity`),p=Symbol.for(`react.view_transition`),m=Symbol.iterator;function h(e){return typeof e!=`object`||!e?null:(e=m&&e[m]||e[`@@iterator`],typeof e==`function`?e:null)}var g={isMounted:function(){return!1},enqueueForceUpdate:function(){},enqueueReplaceState:function(){},enqueueSetState:function(){}},_=Object.assign,v={};function y(e,t,n){this.props=e,this.context=t,this.refs=v,this.updater=n||g}y.prototype.isReactComponent={},y.prototype.setState=function(e,t){if(typeof e!=`object`&&typeof e!=`function`&&e!=null)throw Error(`takes an object of state variables to update or a function which returns an object of state variables.`);this.updater.enqueueSetState(this,e,t,`setState`)},y.prototype.forceUpdate=function(e){this.updater.enqueueForceUpdate(this,e,`forceUpdate`)};function b(){}b.prototype=y.prototype;function x(e,t,n){this.props=e,this.context=t,this.refs=v,this.updater=n||g}var S=x.prototype=new b;S.constructor=x,_(S,y.prototype),S.isPureReactComponent=!0;var C=Array.isArray;function w(){}var T={H:null,A:null,T:null,S:null},E=Object.prototype.hasOwnProperty;function D(e,n,r){var i=r.ref;return{$$typeof:t,type:e,key:n,ref:i===void 0?null:i,props:r}}function O(e,t){return D(e.type,t,e.props)}function k(e){return typeof e==`object`&&!!e&&e.$$typeof===t}function A(e){var t={"=":`=0`,":":`=2`};return`$`+e.replace(/[=:]/g,function(e){return t[e]})}var j=/\/+/g;function M(e,t){return typeof e==`object`&&e&&e.key!=null?A(``+e.key):t.toString(36)}function N(e){switch(e.status){case`fulfilled`:return e.value;case`rejected`:throw e.reason;default:switch(typeof e.status==`string`?e.then(w,w):(e.status=`pending`,e.then(function(t){e.status===`pending`&&(e.status=`fulfilled`,e.value=t)},function(t){e.status===`pending`&&(e.status=`rejected`,e.reason=t)})),e.status){case`fulfilled`:return e.value;case`rejected`:throw e.reason}}throw e}function P(e,r,i,a,o){var s=typeof e;(s===`undefined`||s===`boolean`)&&(e=null);var c=!1;if(e===null)c=!0;else switch(s){case`bigint`:case`string`:case`number`:c=!0;break;case`object`:switch(e.$$typeof){case t:case n:c=!0;break;case d:return c=e._init,P(c(e._payload),r,i,a,o)}}if(c)return o=o(e),c=a===``?`.`+M(e,0):a,C(o)?(i=``,c!=null&&(i=c.replace(j,`$&/`)+`/`),P(o,r,i,``,function(e){return e})):o!=null&&(k(o)&&(o=O(o,i+(o.key==null||e&&e.key===o.key?``:(``+o.key).replace(j,`$&/`)+`/`)+c)),r.push(o)),1;c=0;var l=a===``?`.`:a+`:`;if(C(e))for(var u=0;u<e.length;u++)a=e[u],s=l+M(a,u),c+=P(a,r,i,s,o);else if(u=h(e),typeof u==`function`)for(e=u.call(e),u=0;!(a=e.next()).done;)a=a.value,s=l+M(a,u++),c+=P(a,r,i,s,o);else if(s===`object`){if(typeof e.then==`function`)return P(N(e),r,i,a,o);throw r=String(e),Error(`Objects are not valid as a React child (found: `+(r===`[object Object]`?`object with keys {`+Object.keys(e).join(`, `)+`}`:r)+`). If you meant to render a collection of children, use an array instead.`)}return c}function F(e,t,n){if(e==null)return e;var r=[],i=0;return P(e,r,``,``,function(e){return t.call(n,e,i++)}),r}function ee(e){if(e._status===-1){var t=e._result,n=t();n.then(function(t){(e._status===0||e._status===-1)&&(e._status=1,e._result=t,n.status===void 0&&(n.status=`fulfilled`,n.value=t))},function(t){(e._status===0||e._status===-1)&&(e._status=2,e._result=t,n.status===void 0&&(n.status=`rejected`,n.reason=t))}),e._status===-1&&(e._status=0,e._result=n)}if(e._status===1)return e._result.default;throw e._result}var I=typeof reportError==`function`?reportError:function(e){if(typeof window==`object`&&typeof window.ErrorEvent==`function`){var t=new window.ErrorEvent(`error`,{bubbles:!0,cancelable:!0,message:typeof e==`object`&&e&&typeof e.message==`string`?String(e.message):String(e),error:e});if(!window.dispatchEvent(t))return}else if(typeof process==`object`&&typeof process.emit==`function`){process.emit(`uncaughtException`,e);return}console.error(e)};function L(e){var t=T.T,n={};n.types=t===null?null:t.types,T.T=n;try{var r=e(),i=T.S;i!==null&&i(n,r),typeof r==`object`&&r&&typeof r.then==`function`&&r.then(w,I)}catch(e){I(e)}finally{t!==null&&n.types!==null&&(t.types=n.types),T.T=t}}function te(e){var t=T.T;if(t!==null){var n=t.types;n===null?t.types=[e]:n.indexOf(e)===-1&&n.push(e)}else L(te.bind(null,e))}var ne={map:F,forEach:function(e,t,n){F(e,function(){t.apply(this,arguments)},n)},count:function(e){var t=0;return F(e,function(){t++}),t},toArray:function(e){return F(e,function(e){return e})||[]},only:function(e){if(!k(e))throw Error(`React.Children.only expected to receive a single React element child.`);return e}};e.Activity=f,e.Children=ne,e.Component=y,e.Fragment=r,e.Profiler=a,e.PureComponent=x,e.StrictMode=i,e.Suspense=l,e.ViewTransition=p,e.__CLIENT_INTERNALS_DO_NOT_USE_OR_WARN_USERS_THEY_CANNOT_UPGRADE=T,e.__COMPILER_RUNTIME={__proto__:null,c:function(e){return T.H.useMemoCache(e)}},e.addTransitionType=te,e.cache=function(e){return function(){return e.apply(null,arguments)}},e.cacheSignal=function(){return null},e.cloneElement=function(e,t,n){if(e==null)throw Error(`The argument must be a React element, but you passed `+e+`.`);var r=_({},e.props),i=e.key;if(t!=null)for(a in t.key!==void 0&&(i=``+t.key),t)!E.call(t,a)||a===`key`||a===`__self`||a===`__source`||a===`ref`&&t.ref===void 0||(r[a]=t[a]);var a=arguments.length-2;if(a===1)r.children=n;else if(1<a){for(var o=Array(a),s=0;s<a;s++)o[s]=arguments[s+2];r.children=o}return D(e.type,i,r)},e.createContext=function(e){return e={$$typeof:s,_currentValue:e,_currentValue2:e,_threadCount:0,Provider:null,Consumer:null},e.Provider=e,e.Consumer={$$typeof:o,_context:e},e},e.createElement=function(e,t,n){var r,i={},a=null;if(t!=null)for(r in t.key!==void 0&&(a=``+t.key),t)E.call(t,r)&&r!==`key`&&r!==`__self`&&r!==`__source`&&(i[r]=t[r]);var o=arguments.length-2;if(o===1)i.children=n;else if(1<o){for(var s=Array(o),c=0;c<o;c++)s[c]=arguments[c+2];i.children=s}if(e&&e.defaultProps)for(r in o=e.defaultProps,o)i[r]===void 0&&(i[r]=o[r]);return D(e,a,i)},e.createRef=function(){return{current:null}},e.forwardRef=function(e){return{$$typeof:c,render:e}},e.isValidElement=k,e.lazy=function(e){return{$$typeof:d,_payload:{_status:-1,_result:e},_init:ee}},e.memo=function(e,t){return{$$typeof:u,type:e,compare:t===void 0?null:t}},e.startTransition=L,e.unstable_useCacheRefresh=function(){return T.H.useCacheRefresh()},e.use=function(e){return T.H.use(e)},e.useActionState=function(e,t,n){return T.H.useActionState(e,t,n)},e.useCallback=function(e,t){return T.H.useCallback(e,t)},e.useContext=function(e){return T.H.useContext(e)},e.useDebugValue=function(){},e.useDeferredValue=function(e,t){return T.H.useDeferredValue(e,t)},e.useEffect=function(e,t){return T.H.useEffect(e,t)},e.useEffectEvent=function(e){return T.H.useEffectEvent(e)},e.useId=function(){return T.H.useId()},e.useImperativeHandle=function(e,t,n){return T.H.useImperativeHandle(e,t,n)},e.useInsertionEffect=function(e,t){return T.H.useInsertionEffect(e,t)},e.useLayoutEffect=function(e,t){return T.H.useLayoutEffect(e,t)},e.useMemo=function(e,t){return T.H.useMemo(e,t)},e.useOptimistic=function(e,t){return T.H.useOptimistic(e,t)},e.useReducer=function(e,t,n){return T.H.useReducer(e,t,n)},e.useRef=function(e){return T.H.useRef(e)},e.useState=function(e){return T.H.useState(e)},e.useSyncExternalStore=function(e,t,n){return T.H.useSyncExternalStore(e,t,n)},e.useTransition=function(){return T.H.useTransition()},e.version=`19.3.1`})),d=o(((e,t)=>{t.exports=u()})),f=o((e=>{var t=d();function n(e){var t=`https://react.dev/errors/`+e;if(1<arguments.length){t+=`?args[]=`+encodeURIComponent(arguments[1]);for(var n=2;n<arguments.length;n++)t+=`&args[]=`+encodeURIComponent(arguments[n])}return`Minified React error #`+e+`; visit `+t+` for the full message or use the non-minified dev environment for full errors and additional helpful warnings.`}function r(){}var i={d:{f:r,r:function(){throw Error(n(522))},D:r,C:r,L:r,m:r,X:r,S:r,M:r},p:0,findDOMNode:null},a=Symbol.for(`react.portal`),o=Symbol.for(`react.recoverable`),s=Symbol.for(`react.optimistic_key`);function c(e,t,n){var r=3<arguments.length&&arguments[3]!==void 0?arguments[3]:null;return{$$typeof:a,key:r==null?null:r===s?s:``+r,children:e,containerInfo:t,implementation:n}}var l=t.__CLIENT_INTERNALS_DO_NOT_USE_OR_WARN_USERS_THEY_CANNOT_UPGRADE;function u(e,t){if(e===`font`)return``;if(typeof t==`string`)return t===`use-credentials`?t:``}e.__DOM_INTERNALS_DO_NOT_USE_OR_WARN_USERS_THEY_CANNOT_UPGRADE=i,e.browser=function(e){return{$$typeof:o,_reason:e}},e.createPortal=function(e,t){var r=2<arguments.length&&arguments[2]!==void 0?arguments[2]:null;if(!t||t.nodeType!==1&&t.nodeType!==9&&t.nodeType!==11)throw Error(n(299));return c(e,t,null,r)},e.flushSync=function(e){var t=l.T,n=i.p;try{if(l.T=null,i.p=2,e)return e()}finally{l.T=t,i.p=n,i.d.f()}},e.preconnect=function(e,t){typeof e==`string`&&(t?(t=t.crossOrigin,t=typeof t==`string`?t===`use-credentials`?t:``:void 0):t=null,i.d.C(e,t))},e.prefetchDNS=function(e){typeof e==`string`&&i.d.D(e)},e.preinit=function(e,t){if(typeof e==`string`&&t&&typeof t.as==`string`){var n=t.as,r=u(n,t.crossOrigin),a=typeof t.integrity==`string`?t.integrity:void 0,o=typeof t.fetchPriority==`string`?t.fetchPriority:void 0;n===`style`?i.d.S(e,typeof t.precedence==`string`?t.precedence:void 0,{crossOrigin:r,integrity:a,fetchPriority:o}):n===`script`&&i.d.X(e,{crossOrigin:r,integrity:a,fetchPriority:o,nonce:typeof t.nonce==`string`?t.nonce:void 0})}},e.preinitModule=function(e,t){if(typeof e==`string`){if(typeof t==`object`&&t){if(t.as==null||t.as===`script`){var n=u(t.as,t.crossOrigin);i.d.M(e,{crossOrigin:n,integrity:typeof t.integrity==`string`?t.integrity:void 0,nonce:typeof t.nonce==`string`?t.nonce:void 0,fetchPriority:typeof t.fetchPriority==`string`?t.fetchPriority:void 0})}}else t??i.d.M(e)}},e.preload=function(e,t){if(typeof e==`string`&&typeof t==`object`&&t&&typeof t.as==`string`){var n=t.as,r=u(n,t.crossOrigin);i.d.L(e,n,{crossOrigin:r,integrity:typeof t.integrity==`string`?t.integrity:void 0,nonce:typeof t.nonce==`string`?t.nonce:void 0,type:typeof t.type==`string`?t.type:void 0,fetchPriority:typeof t.fetchPriority==`string`?t.fetchPriority:void 0,referrerPolicy:typeof t.referrerPolicy==`string`?t.referrerPolicy:void 0,imageSrcSet:typeof t.imageSrcSet==`string`?t.imageSrcSet:void 0,imageSizes:typeof t.imageSizes==`string`?t.imageSizes:void 0,media:typeof t.media==`string`?t.media:void 0})}},e.preloadModule=function(e,t){if(typeof e==`string`){if(t){var n=u(t.as,t.crossOrigin);i.d.m(e,{as:typeof t.as==`string`&&t.as!==`script`?t.as:void 0,crossOrigin:n,integrity:typeof t.integrity==`string`?t.integrity:void 0,nonce:typeof t.nonce==`string`?t.nonce:void 0,fetchPriority:typeof t.fetchPriority==`string`?t.fetchPriority:void 0})}else i.d.m(e)}},e.requestFormReset=function(e){i.d.r(e)},e.unstable_batchedUpdates=function(e,t){return e(t)},e.useFormState=function(e,t,n){return l.H.useFormState(e,t,n)},e.useFormStatus=function(){return l.H.useHostTransitionStatus()},e.version=`19.3.1`})),p=o(((e,t)=>{function n(){if(typeof __REACT_DEVTOOLS_GLOBAL_HOOK__<`u`&&typeof __REACT_DEVTOOLS_GLOBAL_HOOK__.checkDCE==`function`)try{__REACT_DEVTOOLS_GLOBAL_HOOK__.checkDCE(n)}catch(e){console.error(e)}}n(),t.exports=f()})),m=l(d(),1);function h(e){return Object.keys(e)}function g(e){return e&&typeof e==`object`&&!Array.isArray(e)}function _(e,t){let n={...e},r=t;return g(e)&&g(t)&&Object.keys(t).forEach(t=>{g(r[t])&&t in e?n[t]=_(n[t],r[t]):n[t]=r[t]}),n}function v(e){return e.replace(/[A-Z]/g,e=>`-${e.toLowerCase()}`)}function y(e){return e===`0rem`?`0rem`:`calc(${e} * var(--mantine-scale))`}function b(e,{shouldScale:t=!1}={}){function n(r){if(r===0||r===`0`)return`0${e}`;if(typeof r==`number`){let n=`${r/16}${e}`;return t?y(n):n}if(typeof r==`string`){if(r===``||r.startsWith(`calc(`)||r.startsWith(`clamp(`)||r.includes(`rgba(`))return r;if(r.includes(`,`))return r.split(`,`).map(e=>n(e)).join(`,`);if(r.includes(` `))return r.split(` `).map(e=>n(e)).join(` `);let i=r.replace(`px`,``);if(!Number.isNaN(Number(i))){let n=`${Number(i)/16}${e}`;return t?y(n):n}}return r}return n}var x=b(`rem`,{shouldScale:!0}),S=b(`em`);function C(e){return Object.keys(e).reduce((t,n)=>(e[n]!==void 0&&(t[n]=e[n]),t),{})}function w(e){if(typeof e==`number`)return!0;if(typeof e==`string`){if(e.startsWith(`calc(`)||e.startsWith(`var(`)||e.includes(` `)&&e.trim()!==``)return!0;let t=/^[+-]?(?:[0-9]*\.)?[0-9]+(px|em|rem|ex|ch|lh|rlh|vw|vh|vmin|vmax|vb|vi|svw|svh|lvw|lvh|dvw|dvh|cm|mm|in|pt|pc|q|cqw|cqh|cqi|cqb|cqmin|cqmax|%)?$/;return e.trim().split(/\s+/).every(e=>t.test(e))}return!1}var T=l(p(),1);function E(e){return Array.isArray(e)||e===null?!1:typeof e==`object`&&e.type!==m.Fragment}function D(e){let t=(0,m.createContext)(null);return[t,()=>{let n=(0,m.use)(t);if(n===null)throw Error(e);return n}]}var O={app:100,modal:200,popover:300,overlay:400,max:9999};function k(e){return O[e]}function A(e,t=`size`,n=!0){if(e!==void 0)return w(e)?n?x(e):e:`var(--${t}-${e})`}function j(e){return A(e,`mantine-spacing`)}function M(e){return e===void 0?`var(--mantine-radius-default)`:A(e,`mantine-radius`)}function N(e){return A(e,`mantine-font-size`)}function P(e){return A(e,`mantine-line-height`,!1)}function F(e){if(e)return A(e,`mantine-shadow`,!1)}function ee(e=`mantine-`){return`${e}${Math.random().toString(36).slice(2,11)}`}function I(e){let t=(0,m.useRef)(e);return(0,m.useEffect)(()=>{t.current=e}),(0,m.useMemo)(()=>((...e)=>t.current?.(...e)),[])}function L(e,t){let{delay:n,flushOnUnmount:r,leading:i,maxWait:a}=typeof t==`number`?{delay:t,flushOnUnmount:!1,leading:!1,maxWait:void 0}:t,o=I(e),s=(0,m.useRef)(0),c=(0,m.useRef)(0),l=(0,m.useRef)(null),u=(0,m.useMemo)(()=>{let e=Object.assign((...t)=>{window.clearTimeout(s.current),l.current=t;let r=e._isFirstCall;e._isFirstCall=!1;function u(){window.clearTimeout(s.current),window.clearTimeout(c.current),s.current=0,c.current=0,e._isFirstCall=!0,e._hasPendingCallback=!1}function d(){a!==void 0&&c.current===0&&(c.current=window.setTimeout(()=>{if(c.current=0,s.current!==0&&e._hasPendingCallback){let e=l.current;u(),o(...e)}},a))}if(i&&r){o(...t),e.flush=()=>{s.current!==0&&u()},e.cancel=()=>{u()},s.current=window.setTimeout(()=>{u()},n),d();return}if(i&&!r){e._hasPendingCallback=!0,e.flush=()=>{s.current!==0&&(u(),o(...t))},e.cancel=()=>{u()},s.current=window.setTimeout(()=>{u()},n),d();return}e._hasPendingCallback=!0;let f=()=>{s.current!==0&&(u(),o(...t))};e.flush=f,e.cancel=()=>{u()},s.current=window.setTimeout(f,n),d()},{flush:()=>{},cancel:()=>{},isPending:()=>e._hasPendingCallback,_isFirstCall:!0,_hasPendingCallback:!1});return e},[o,n,i,a]);return(0,m.useEffect)(()=>()=>{r?u.flush():u.cancel()},[u,r]),u}function te(e,t){if(typeof t==`boolean`)return t;if(typeof window<`u`&&`matchMedia`in window)try{return window.matchMedia(e).matches}catch{return!1}return!1}function ne(e,t,{getInitialValueInEffect:n}={getInitialValueInEffect:!0}){let[r,i]=(0,m.useState)(n?t:te(e));return(0,m.useEffect)(()=>{try{if(`matchMedia`in window){let t=window.matchMedia(e);i(t.matches);let n=e=>i(e.matches);return t.addEventListener(`change`,n),()=>{t.removeEventListener(`change`,n)}}}catch{return}},[e]),r||!1}var re=typeof document<`u`?m.useLayoutEffect:m.useEffect;function ie(e,t){return e.length!==t.length||t.some((t,n)=>!Object.is(t,e[n]))}function ae(e,t){let n=(0,m.useRef)(!1),r=(0,m.useRef)(null),i=(0,m.useRef)(void 0),a={};(0,m.useEffect)(()=>{let o=r.current===a,s=i.current;if(r.current=a,i.current=t,!n.current)n.current=!0;else if(!o&&!(t&&s&&!ie(s,t)))return e()},t)}function oe({opened:e,shouldReturnFocus:t=!0}){let n=(0,m.useRef)(null),r=()=>{n.current&&`focus`in n.current&&typeof n.current.focus==`function`&&n.current?.focus({preventScroll:!0})};return ae(()=>{let i=-1,a=e=>{e.key===`Tab`&&window.clearTimeout(i)};if(document.addEventListener(`keydown`,a),e)n.current=document.activeElement;else if(t){let e=document.activeElement;i=window.setTimeout(()=>{let t=document.activeElement;(t===null||t===document.body||t===e)&&r()},10)}return()=>{window.clearTimeout(i),document.removeEventListener(`keydown`,a)}},[e,t]),r}var se=/input|select|textarea|button|object|summary|iframe/,ce=`a, input, select, textarea, button, object, summary, iframe, audio[controls], video[controls], [contenteditable], [tabindex]`;function le(e){let t=e.getAttribute(`contenteditable`);return t!==null&&t!==`false`}function ue(e){let t=e.nodeName.toLowerCase();return(t===`audio`||t===`video`)&&e.hasAttribute(`controls`)}function de(e){return e.style.display===`none`}function fe(e){if(e.getAttribute(`aria-hidden`)||e.getAttribute(`hidden`)||e.getAttribute(`type`)===`hidden`)return!1;let t=e;for(;t&&t!==document.body&&t.nodeType!==11;){if(de(t))return!1;t=t.parentNode}return!0}function pe(e){let t=e.getAttribute(`tabindex`);return t===null&&(t=void 0),parseInt(t,10)}function me(e){let t=e.nodeName.toLowerCase(),n=!Number.isNaN(pe(e));return(se.test(t)&&!e.disabled||le(e)||ue(e)||e instanceof HTMLAnchorElement&&e.href||n)&&fe(e)}function he(e){let t=pe(e);return(Number.isNaN(t)||t>=0)&&me(e)}function ge(e){let t=Array.from(e.querySelectorAll(ce)).filter(he),n=t.filter(e=>pe(e)>0).sort((e,t)=>pe(e)-pe(t)),r=t.filter(e=>!(pe(e)>0));return[...n,...r]}var _e=[`date`,`time`,`datetime-local`,`month`,`week`],ve=[`audio`,`video`,`iframe`,`object`,`embed`];function ye(e){return!!e&&e.tagName===`INPUT`&&e.type===`radio`}function be(e,t){return e.name!==``&&e.name===t.name&&e.form===t.form}function xe(e){let t=e.nodeName.toLowerCase();return t===`input`?_e.includes(e.type):ve.includes(t)}function Se(e,t){let n=ge(e);return n.filter(e=>e===t||!ye(e)?!0:ye(t)&&be(e,t)?!1:e.checked?!0:!n.some(t=>ye(t)&&t.checked&&be(t,e)))}function Ce(e,t,n,r){let i=e.indexOf(t);if(i!==-1)return i+1;if(t===n)return 0;let a=r?Node.DOCUMENT_POSITION_PRECEDING:Node.DOCUMENT_POSITION_FOLLOWING,o=e.findIndex(e=>(t.compareDocumentPosition(e)&a)!==0);return o===-1?0:o}function we(e,t,n){let r=Se(e,t);n&&r.reverse();let i=Ce(r,t,e,n);return[...r.slice(i),...r.slice(0,i)].filter(e=>e!==t)}function Te(e,t){for(let n of e)if(n.focus(),t.activeElement===n)return}function Ee(e,t){let n=e.getRootNode(),r=n.activeElement;if(!r||r!==e&&!e.contains(r))return;let i=we(e,r,t.shiftKey);xe(r)?setTimeout(()=>{let t=n.activeElement;e.isConnected&&t!==r&&t!==i[0]&&Te([...i,r],n)}):(t.preventDefault(),Te(i,n))}var De=new Set;function Oe(e,t){let n=t.getRootNode().activeElement;if(!n)return!1;for(let r of De){let i=r.current;if(r!==e&&i&&i!==t&&t.contains(i)&&i.contains(n))return!0}return!1}function ke(e=!0){let t=(0,m.useRef)(null),n=e=>{let t=e.querySelector(`[data-autofocus]`);if(!t){let n=Array.from(e.querySelectorAll(ce));t=n.find(he)||n.find(me)||null,!t&&me(e)&&(t=e)}t?t.focus({preventScroll:!0}):console.warn(`[@mantine/hooks/use-focus-trap] Failed to find focusable element within provided node`,e)},r=(0,m.useCallback)(r=>{e&&(r===null?t.current=null:t.current!==r&&(setTimeout(()=>{r.getRootNode()?n(r):console.warn(`[@mantine/hooks/use-focus-trap] Ref node is not part of the dom`,r)}),t.current=r))},[e]);return(0,m.useEffect)(()=>{if(!e)return;t.current&&setTimeout(()=>{t.current&&n(t.current)});let r=e=>{e.key!==`Tab`||e.defaultPrevented||!t.current||Oe(t,t.current)||Ee(t.current,e)};return De.add(t),document.addEventListener(`keydown`,r),()=>{De.delete(t),document.removeEventListener(`keydown`,r)}},[e]),r}function Ae(e){let t=(0,m.useId)(),[n,r]=(0,m.useState)(`mantine-${t.replace(/:/g,``)}`),i=(0,m.useRef)(!1);return re(()=>{i.current||(i.current=!0,r(ee()))},[]),typeof e==`string`?e:n}function je(e,t,n){let r=(0,m.useEffectEvent)(t),{capture:i=!1,passive:a,once:o=!1,signal:s}=typeof n==`object`?n:{capture:n};(0,m.useEffect)(()=>(window.addEventListener(e,r,{capture:i,passive:a,once:o,signal:s}),()=>window.removeEventListener(e,r,i)),[e,i,a,o,s])}function Me(e,t){if(typeof e==`function`)return e(t);typeof e==`object`&&e&&`current`in e&&(e.current=t)}function Ne(...e){let t=new Map;return n=>{if(e.forEach(e=>{let r=Me(e,n);r&&t.set(e,r)}),t.size>0)return()=>{e.forEach(e=>{let n=t.get(e);n&&typeof n==`function`?n():Me(e,null)}),t.clear()}}}function Pe(...e){return(0,m.useCallback)(Ne(...e),e)}function Fe({value:e,defaultValue:t,finalValue:n,onChange:r=()=>{}}){let[i,a]=(0,m.useState)(t===void 0?n:t);return e===void 0?[i,(e,...t)=>{a(e),r?.(e,...t)},!1]:[e,r,!0]}function Ie(e,t){return ne(`(prefers-reduced-motion: reduce)`,e,t)}function Le(e){let t=m.Children.toArray(e);return t.length!==1||!E(t[0])?null:t[0]}function R(e){return e}function Re(e){var t,n,r=``;if(typeof e==`string`||typeof e==`number`)r+=e;else if(typeof e==`object`){if(Array.isArray(e)){var i=e.length;for(t=0;t<i;t++)e[t]&&(n=Re(e[t]))&&(r&&(r+=` `),r+=n)}else for(n in e)e[n]&&(r&&(r+=` `),r+=n)}return r}function z(){for(var e,t,n=0,r=``,i=arguments.length;n<i;n++)(e=arguments[n])&&(t=Re(e))&&(r&&(r+=` `),r+=t);return r}var ze={};function Be(e){let t={};return e.forEach(e=>{Object.entries(e).forEach(([e,n])=>{t[e]?t[e]=z(t[e],n):t[e]=n})}),t}function Ve({theme:e,classNames:t,props:n,stylesCtx:r}){return Be((Array.isArray(t)?t:[t]).map(t=>typeof t==`function`?t(e,n,r):t||ze))}function He({theme:e,styles:t,props:n,stylesCtx:r}){let i=Array.isArray(t)?t:[t],a={};for(let t of i)typeof t==`function`?Object.assign(a,t(e,n,r)):t&&Object.assign(a,t);return a}function Ue(e,t){return typeof e.primaryShade==`number`?e.primaryShade:t===`dark`?e.primaryShade.dark:e.primaryShade.light}function We(e){return/^#?([0-9A-F]{3,4}|[0-9A-F]{6}|[0-9A-F]{8})$/i.test(e)}function Ge(e){let t=e.replace(`#`,``);if((t.length===3||t.length===4)&&(t=t.split(``).map(e=>e+e).join(``)),t.length===8){let e=parseInt(t.slice(6,8),16)/255;return{r:parseInt(t.slice(0,2),16),g:parseInt(t.slice(2,4),16),b:parseInt(t.slice(4,6),16),a:e}}let n=parseInt(t,16);return{r:n>>16&255,g:n>>8&255,b:n&255,a:1}}function Ke(e){let[t,n,r,i]=e.replace(/[^0-9,./\s]/g,``).trim().split(/\s*[/,]\s*|\s+/).map(Number);return{r:t,g:n,b:r,a:i===void 0?1:i}}function qe(e){let t=e.match(/^hsla?\(\s*(\d+)\s*,\s*(\d+%)\s*,\s*(\d+%)\s*(,\s*(0?\.\d+|\d+(\.\d+)?))?\s*\)$/i);if(!t)return{r:0,g:0,b:0,a:1};let n=parseInt(t[1],10),r=parseInt(t[2],10)/100,i=parseInt(t[3],10)/100,a=t[5]?parseFloat(t[5]):void 0,o=(1-Math.abs(2*i-1))*r,s=n/60,c=o*(1-Math.abs(s%2-1)),l=i-o/2,u,d,f;return s>=0&&s<1?(u=o,d=c,f=0):s>=1&&s<2?(u=c,d=o,f=0):s>=2&&s<3?(u=0,d=o,f=c):s>=3&&s<4?(u=0,d=c,f=o):s>=4&&s<5?(u=c,d=0,f=o):(u=o,d=0,f=c),{r:Math.round((u+l)*255),g:Math.round((d+l)*255),b:Math.round((f+l)*255),a:a===void 0?1:a}}function Je(e){return We(e)?Ge(e):e.startsWith(`rgb`)?Ke(e):e.startsWith(`hsl`)?qe(e):{r:0,g:0,b:0,a:1}}function Ye(e){return e<=.03928?e/12.92:((e+.055)/1.055)**2.4}function Xe(e){let t=e.match(/oklch\((.*?)%\s/);return t?parseFloat(t[1]):null}function Ze(e){if(e.startsWith(`oklch(`))return(Xe(e)||0)/100;let{r:t,g:n,b:r}=Je(e),i=t/255,a=n/255,o=r/255,s=Ye(i),c=Ye(a),l=Ye(o);return .2126*s+.7152*c+.0722*l}function Qe(e,t=.179){return!e.startsWith(`var(`)&&Ze(e)>t}function $e({color:e,theme:t,colorScheme:n}){if(typeof e!=`string`)throw Error(`[@mantine/core] Failed to parse color. Expected color to be a string, instead got ${typeof e}`);if(e===`bright`)return{color:e,value:n===`dark`?t.white:t.black,shade:void 0,isThemeColor:!1,isLight:Qe(n===`dark`?t.white:t.black,t.luminanceThreshold),variable:`--mantine-color-bright`};if(e===`dimmed`)return{color:e,value:n===`dark`?t.colors.dark[2]:t.colors.gray[7],shade:void 0,isThemeColor:!1,isLight:Qe(n===`dark`?t.colors.dark[2]:t.colors.gray[6],t.luminanceThreshold),variable:`--mantine-color-dimmed`};if(e===`white`||e===`black`)return{color:e,value:e===`white`?t.white:t.black,shade:void 0,isThemeColor:!1,isLight:Qe(e===`white`?t.white:t.black,t.luminanceThreshold),variable:`--mantine-color-${e}`};let[r,i]=e.split(`.`),a=i?Number(i):void 0,o=r in t.colors;if(o){let e=a===void 0?t.colors[r][Ue(t,n||`light`)]:t.colors[r][a];return{color:r,value:e,shade:a,isThemeColor:o,isLight:Qe(e,t.luminanceThreshold),variable:i?`--mantine-color-${r}-${a}`:`--mantine-color-${r}-filled`}}return{color:e,value:e,isThemeColor:o,isLight:Qe(e,t.luminanceThreshold),shade:a,variable:void 0}}function et(e,t){let n=$e({color:e||t.primaryColor,theme:t});return n.variable?`var(${n.variable})`:e}function tt(e){return!!e&&typeof e==`object`&&`mantine-virtual-color`in e}function nt(e,t){if(e.startsWith(`var(`))return`color-mix(in srgb, ${e}, black ${t*100}%)`;let{r:n,g:r,b:i,a}=Je(e),o=1-t,s=e=>Math.round(e*o);return`rgba(${s(n)}, ${s(r)}, ${s(i)}, ${a})`}function rt(e,t){let n={from:e?.from||t.defaultGradient.from,to:e?.to||t.defaultGradient.to,deg:e?.deg??t.defaultGradient.deg??0},r=et(n.from,t),i=et(n.to,t);return`linear-gradient(${n.deg}deg, ${r} 0%, ${i} 100%)`}function it(e,t){if(typeof e!=`string`||t>1||t<0)return`rgba(0, 0, 0, 1)`;if(e.startsWith(`var(`))return`color-mix(in srgb, ${e}, transparent ${(1-t)*100}%)`;if(e.startsWith(`oklch`))return e.includes(`/`)?e.replace(/\/\s*[\d.]+\s*\)/,`/ ${t})`):e.replace(`)`,` / ${t})`);let{r:n,g:r,b:i}=Je(e);return`rgba(${n}, ${r}, ${i}, ${t})`}var at=it,ot=({color:e,theme:t,variant:n,gradient:r,autoContrast:i})=>{let a=$e({color:e,theme:t}),o=typeof i==`boolean`?i:t.autoContrast;if(n===`none`)return{background:`transparent`,hover:`transparent`,color:`inherit`,border:`none`};if(n===`filled`){let n=a.isThemeColor&&a.shade===void 0&&tt(t.colors[a.color]),r=o?n?`var(--mantine-color-${a.color}-contrast)`:a.isLight?`var(--mantine-color-black)`:`var(--mantine-color-white)`:`var(--mantine-color-white)`;return a.isThemeColor?a.shade===void 0?{background:`var(--mantine-color-${e}-filled)`,hover:`var(--mantine-color-${e}-filled-hover)`,color:r,border:`${x(1)} solid transparent`}:{background:`var(--mantine-color-${a.color}-${a.shade})`,hover:`var(--mantine-color-${a.color}-${a.shade===9?8:a.shade+1})`,color:r,border:`${x(1)} solid transparent`}:{background:e,hover:nt(e,.1),color:r,border:`${x(1)} solid transparent`}}if(n===`light`){if(a.isThemeColor){if(a.shade===void 0)return{background:`var(--mantine-color-${e}-light)`,hover:`var(--mantine-color-${e}-light-hover)`,color:`var(--mantine-color-${e}-light-color)`,border:`${x(1)} solid transparent`};let n=t.colors[a.color][a.shade];return{background:n,hover:nt(n,.1),color:`var(--mantine-color-${a.color}-light-color)`,border:`${x(1)} solid transparent`}}return{background:it(e,.1),hover:it(e,.12),color:e,border:`${x(1)} solid transparent`}}if(n===`outline`)return a.isThemeColor?a.shade===void 0?{background:`transparent`,hover:`var(--mantine-color-${e}-outline-hover)`,color:`var(--mantine-color-${e}-outline)`,border:`${x(1)} solid var(--mantine-color-${e}-outline)`}:{background:`transparent`,hover:it(t.colors[a.color][a.shade],.05),color:`var(--mantine-color-${a.color}-${a.shade})`,border:`${x(1)} solid var(--mantine-color-${a.color}-${a.shade})`}:{background:`transparent`,hover:it(e,.05),color:e,border:`${x(1)} solid ${e}`};if(n===`subtle`){if(a.isThemeColor){if(a.shade===void 0)return{background:`transparent`,hover:`var(--mantine-color-${e}-light-hover)`,color:`var(--mantine-color-${e}-light-color)`,border:`${x(1)} solid transparent`};let n=t.colors[a.color][a.shade];return{background:`transparent`,hover:it(n,.12),color:`var(--mantine-color-${a.color}-${Math.min(a.shade,6)})`,border:`${x(1)} solid transparent`}}return{background:`transparent`,hover:it(e,.12),color:e,border:`${x(1)} solid transparent`}}return n===`transparent`?a.isThemeColor?a.shade===void 0?{background:`transparent`,hover:`transparent`,color:`var(--mantine-color-${e}-light-color)`,border:`${x(1)} solid transparent`}:{background:`transparent`,hover:`transparent`,color:`var(--mantine-color-${a.color}-${Math.min(a.shade,6)})`,border:`${x(1)} solid transparent`}:{background:`transparent`,hover:`transparent`,color:e,border:`${x(1)} solid transparent`}:n===`white`?a.isThemeColor?a.shade===void 0?{background:`var(--mantine-color-white)`,hover:nt(t.white,.01),color:`var(--mantine-color-${e}-filled)`,border:`${x(1)} solid transparent`}:{background:`var(--mantine-color-white)`,hover:nt(t.white,.01),color:`var(--mantine-color-${a.color}-${a.shade})`,border:`${x(1)} solid transparent`}:{background:`var(--mantine-color-white)`,hover:nt(t.white,.01),color:e,border:`${x(1)} solid transparent`}:n===`gradient`?{background:rt(r,t),hover:rt(r,t),color:`var(--mantine-color-white)`,border:`none`}:n==="default"?{background:`var(--mantine-color-default)`,hover:`var(--mantine-color-default-hover)`,color:`var(--mantine-color-default-color)`,border:`${x(1)} solid var(--mantine-color-default-border)`}:{}},st=(0,m.createContext)(null);function ct(){let e=(0,m.use)(st);if(!e)throw Error(`[@mantine/core] MantineProvider was not found in tree`);return e}function lt(){return ct().cssVariablesResolver}function ut(){return ct().classNamesPrefix}function dt(){return ct().getStyleNonce}function ft(){return ct().withStaticClasses}function pt(){return ct().headless}function mt(){return ct().stylesTransform?.sx}function ht(){return ct().stylesTransform?.styles}function gt(){return ct().env||`default`}function _t(){return ct().deduplicateInlineStyles}var vt=o((e=>{var t=Symbol.for(`react.transitional.element`),n=Symbol.for(`react.fragment`);function r(e,n,r){var i=null;if(r!==void 0&&(i=``+r),n.key!==void 0&&(i=``+n.key),`key`in n)for(var a in r={},n)a!==`key`&&(r[a]=n[a]);else r=n;return n=r.ref,{$$typeof:t,type:e,key:i,ref:n===void 0?null:n,props:r}}e.Fragment=n,e.jsx=r,e.jsxs=r})),yt=o(((e,t)=>{t.exports=vt()})),bt={dark:[`#C9C9C9`,`#b8b8b8`,`#828282`,`#696969`,`#424242`,`#3b3b3b`,`#2e2e2e`,`#242424`,`#1f1f1f`,`#141414`],gray:[`#f8f9fa`,`#f1f3f5`,`#e9ecef`,`#dee2e6`,`#ced4da`,`#adb5bd`,`#868e96`,`#495057`,`#343a40`,`#212529`],red:[`#fff5f5`,`#ffe3e3`,`#ffc9c9`,`#ffa8a8`,`#ff8787`,`#ff6b6b`,`#fa5252`,`#f03e3e`,`#e03131`,`#c92a2a`],pink:[`#fff0f6`,`#ffdeeb`,`#fcc2d7`,`#faa2c1`,`#f783ac`,`#f06595`,`#e64980`,`#d6336c`,`#c2255c`,`#a61e4d`],grape:[`#f8f0fc`,`#f3d9fa`,`#eebefa`,`#e599f7`,`#da77f2`,`#cc5de8`,`#be4bdb`,`#ae3ec9`,`#9c36b5`,`#862e9c`],violet:[`#f3f0ff`,`#e5dbff`,`#d0bfff`,`#b197fc`,`#9775fa`,`#845ef7`,`#7950f2`,`#7048e8`,`#6741d9`,`#5f3dc4`],indigo:[`#edf2ff`,`#dbe4ff`,`#bac8ff`,`#91a7ff`,`#748ffc`,`#5c7cfa`,`#4c6ef5`,`#4263eb`,`#3b5bdb`,`#364fc7`],blue:[`#e7f5ff`,`#d0ebff`,`#a5d8ff`,`#74c0fc`,`#4dabf7`,`#339af0`,`#228be6`,`#1c7ed6`,`#1971c2`,`#1864ab`],cyan:[`#e3fafc`,`#c5f6fa`,`#99e9f2`,`#66d9e8`,`#3bc9db`,`#22b8cf`,`#15aabf`,`#1098ad`,`#0c8599`,`#0b7285`],teal:[`#e6fcf5`,`#c3fae8`,`#96f2d7`,`#63e6be`,`#38d9a9`,`#20c997`,`#12b886`,`#0ca678`,`#099268`,`#087f5b`],green:[`#ebfbee`,`#d3f9d8`,`#b2f2bb`,`#8ce99a`,`#69db7c`,`#51cf66`,`#40c057`,`#37b24d`,`#2f9e44`,`#2b8a3e`],lime:[`#f4fce3`,`#e9fac8`,`#d8f5a2`,`#c0eb75`,`#a9e34b`,`#94d82d`,`#82c91e`,`#74b816`,`#66a80f`,`#5c940d`],yellow:[`#fff9db`,`#fff3bf`,`#ffec99`,`#ffe066`,`#ffd43b`,`#fcc419`,`#fab005`,`#f59f00`,`#f08c00`,`#e67700`],orange:[`#fff4e6`,`#ffe8cc`,`#ffd8a8`,`#ffc078`,`#ffa94d`,`#ff922b`,`#fd7e14`,`#f76707`,`#e8590c`,`#d9480f`]},xt=`-apple-system, BlinkMacSystemFont, Segoe UI, Roboto, Helvetica, Arial, sans-serif, Apple Color Emoji, Segoe UI Emoji`,St={scale:1,fontSmoothing:!0,focusRing:`auto`,white:`#fff`,black:`#000`,colors:bt,primaryShade:{light:6,dark:8},primaryColor:`blue`,variantColorResolver:ot,autoContrast:!1,luminanceThreshold:.3,fontFamily:xt,fontFamilyMonospace:`ui-monospace, SFMono-Regular, Menlo, Monaco, Consolas, Liberation Mono, Courier New, monospace`,respectReducedMotion:!1,cursorType:`default`,defaultGradient:{from:`blue`,to:`cyan`,deg:45},defaultRadius:`md`,activeClassName:`mantine-active`,focusClassName:``,headings:{fontFamily:xt,fontWeight:`700`,textWrap:`wrap`,sizes:{h1:{fontSize:x(34),lineHeight:`1.3`},h2:{fontSize:x(26),lineHeight:`1.35`},h3:{fontSize:x(22),lineHeight:`1.4`},h4:{fontSize:x(18),lineHeight:`1.45`},h5:{fontSize:x(16),lineHeight:`1.5`},h6:{fontSize:x(14),lineHeight:`1.5`}}},fontSizes:{xs:x(12),sm:x(14),md:x(16),lg:x(18),xl:x(20)},lineHeights:{xs:`1.4`,sm:`1.45`,md:`1.55`,lg:`1.6`,xl:`1.65`},fontWeights:{regular:`400`,medium:`600`,bold:`700`},radius:{xs:x(2),sm:x(4),md:x(8),lg:x(16),xl:x(32)},spacing:{xs:x(10),sm:x(12),md:x(16),lg:x(20),xl:x(32)},breakpoints:{xs:`36em`,sm:`48em`,md:`62em`,lg:`75em`,xl:`88em`},shadows:{xs:`0 ${x(1)} ${x(3)} rgba(0, 0, 0, 0.05), 0 ${x(1)} ${x(2)} rgba(0, 0, 0, 0.1)`,sm:`0 ${x(1)} ${x(3)} rgba(0, 0, 0, 0.05), rgba(0, 0, 0, 0.05) 0 ${x(10)} ${x(15)} ${x(-5)}, rgba(0, 0, 0, 0.04) 0 ${x(7)} ${x(7)} ${x(-5)}`,md:`0 ${x(1)} ${x(3)} rgba(0, 0, 0, 0.05), rgba(0, 0, 0, 0.05) 0 ${x(20)} ${x(25)} ${x(-5)}, rgba(0, 0, 0, 0.04) 0 ${x(10)} ${x(10)} ${x(-5)}`,lg:`0 ${x(1)} ${x(3)} rgba(0, 0, 0, 0.05), rgba(0, 0, 0, 0.05) 0 ${x(28)} ${x(23)} ${x(-7)}, rgba(0, 0, 0, 0.04) 0 ${x(12)} ${x(12)} ${x(-7)}`,xl:`0 ${x(1)} ${x(3)} rgba(0, 0, 0, 0.05), rgba(0, 0, 0, 0.05) 0 ${x(36)} ${x(28)} ${x(-7)}, rgba(0, 0, 0, 0.04) 0 ${x(17)} ${x(17)} ${x(-7)}`},other:{},components:{}},Ct=`[@mantine/core] MantineProvider: Invalid theme.primaryColor, it accepts only key of theme.colors, learn more – https://mantine.dev/theming/colors/#primary-color`,wt=`[@mantine/core] MantineProvider: Invalid theme.primaryShade, it accepts only 0-9 integers or an object { light: 0-9, dark: 0-9 }`;function Tt(e){return e<0||e>9?!1:parseInt(e.toString(),10)===e}function Et(e){if(!(e.primaryColor in e.colors))throw Error(Ct);if(typeof e.primaryShade==`object`&&(!Tt(e.primaryShade.dark)||!Tt(e.primaryShade.light))||typeof e.primaryShade==`number`&&!Tt(e.primaryShade))throw Error(wt)}function Dt(e,t){if(!t)return Et(e),e;let n=_(e,t);return t.fontFamily&&!t.headings?.fontFamily&&(n.headings={...n.headings,fontFamily:t.fontFamily}),Et(n),n}var B=yt(),Ot=(0,m.createContext)(null),kt=()=>(0,m.use)(Ot)||St;function At(){let e=(0,m.use)(Ot);if(!e)throw Error(`@mantine/core: MantineProvider was not found in component tree, make sure you have it in your app`);return e}function jt({theme:e,children:t,inherit:n=!0}){let r=kt(),i=(0,m.useMemo)(()=>Dt(n?r:St,e),[e,r,n]);return(0,B.jsx)(Ot,{value:i,children:t})}jt.displayName=`@mantine/core/MantineThemeProvider`;function V(e,t,n){let r=At(),i=(Array.isArray(e)?e:[e]).filter(Boolean),a={};for(let e of i){let t=r.components[e]?.defaultProps,n=typeof t==`function`?t(r):t;n&&(a={...a,...n})}return{...t,...a,...C(n)}}function Mt({classNames:e,styles:t,props:n,stylesCtx:r}){let i=At();return{resolvedClassNames:e===void 0?void 0:Ve({theme:i,classNames:e,props:n,stylesCtx:r||void 0}),resolvedStyles:t===void 0?void 0:He({theme:i,styles:t,props:n,stylesCtx:r||void 0})}}var Nt={always:`mantine-focus-always`,auto:`mantine-focus-auto`,never:`mantine-focus-never`};function Pt({theme:e,options:t,unstyled:n}){return z(t?.focusable&&!n&&(e.focusClassName||Nt[e.focusRing]),t?.active&&!n&&e.activeClassName)}function Ft(e,t,n=1){if(Object.is(e,t))return!0;if(n===0||typeof e!=`object`||typeof t!=`object`||e===null||t===null)return!1;if(Array.isArray(e)||Array.isArray(t)){if(!Array.isArray(e)||!Array.isArray(t)||e.length!==t.length)return!1;for(let r=0;r<e.length;r+=1)if(!Ft(e[r],t[r],n-1))return!1;return!0}let r=Object.keys(e);if(r.length!==Object.keys(t).length)return!1;for(let i of r)if(!Object.hasOwn(t,i)||!Ft(e[i],t[i],n-1))return!1;return!0}function It({selector:e,stylesCtx:t,options:n,props:r,theme:i}){return Ve({theme:i,classNames:n?.classNames,props:n?.props||r,stylesCtx:t})[e]}function Lt({selector:e,stylesCtx:t,theme:n,classNames:r,props:i}){return Ve({theme:n,classNames:r,props:i,stylesCtx:t})[e]}function Rt({rootSelector:e,selector:t,className:n}){return e===t?n:void 0}function zt({selector:e,classes:t,unstyled:n}){return n?void 0:t[e]}function Bt({themeName:e,classNamesPrefix:t,selector:n,withStaticClass:r}){return r===!1?[]:e.map(e=>`${t}-${e}-${n}`)}function Vt({options:e,classes:t,selector:n,unstyled:r}){return e?.variant&&!r?t[`${n}--${e.variant}`]:void 0}function Ht({theme:e,options:t,themeName:n,selector:r,classNamesPrefix:i,resolvedClassNames:a,resolvedThemeClassNames:o,classes:s,unstyled:c,className:l,rootSelector:u,props:d,stylesCtx:f,withStaticClasses:p,headless:m,transformedStyles:h}){return z(Pt({theme:e,options:t,unstyled:c||m}),o.map(e=>e[r]),Vt({options:t,classes:s,selector:r,unstyled:c||m}),a[r],Lt({selector:r,stylesCtx:f,theme:e,classNames:h,props:d}),It({selector:r,stylesCtx:f,options:t,props:d,theme:e}),Rt({rootSelector:u,selector:r,className:l}),zt({selector:r,classes:s,unstyled:c||m}),p&&!m&&Bt({themeName:n,classNamesPrefix:i,selector:r,withStaticClass:t?.withStaticClass}),t?.className)}function Ut({style:e,theme:t}){return Array.isArray(e)?e.reduce((e,n)=>({...e,...Ut({style:n,theme:t})}),{}):typeof e==`function`?e(t):e??{}}function Wt({theme:e,selector:t,options:n,props:r,stylesCtx:i,rootSelector:a,withStylesTransform:o,resolvedStyles:s,resolvedThemeStyles:c,resolvedVars:l,resolvedRootStyle:u}){return{...c[t],...s[t],...!o&&He({theme:e,styles:n?.styles,props:n?.props||r,stylesCtx:i})[t],...l[t],...a===t?u:null,...Ut({style:n?.style,theme:e})}}function Gt(e){return e.reduce((e,t)=>(t&&Object.keys(t).forEach(n=>{e[n]={...e[n],...C(t[n])}}),e),{})}function Kt({props:e,stylesCtx:t,themeName:n,theme:r}){let i=ht()?.();return{getTransformedStyles:a=>i?[...a.map(n=>i(n,{props:e,theme:r,ctx:t})),...n.map(n=>i(r.components[n]?.styles,{props:e,theme:r,ctx:t}))].filter(Boolean):[],withStylesTransform:!!i}}function H({name:e,classes:t,props:n,stylesCtx:r,className:i,style:a,rootSelector:o=`root`,unstyled:s,classNames:c,styles:l,vars:u,varsResolver:d,attributes:f,stable:p}){let m=At(),h=ut(),g=ft(),_=pt(),v=(Array.isArray(e)?e:[e]).filter(e=>e),{withStylesTransform:y,getTransformedStyles:b}=Kt({props:n,stylesCtx:r,themeName:v,theme:m}),x=Ve({theme:m,classNames:c,props:n,stylesCtx:r}),S=v.map(e=>Ve({theme:m,classNames:m.components[e]?.classNames,props:n,stylesCtx:r})),C=y?{}:He({theme:m,styles:l,props:n,stylesCtx:r}),w={};if(!y)for(let e of v){let t=He({theme:m,styles:m.components[e]?.styles,props:n,stylesCtx:r});for(let e of Object.keys(t))w[e]={...w[e],...t[e]}}let T=Gt([_?{}:d?.(m,n,r),...v.map(e=>m.components?.[e]?.vars?.(m,n,r)),u?.(m,n,r)]),E=Ut({style:a,theme:m});return qt((e,a)=>({...f?.[e],className:Ht({theme:m,options:a,themeName:v,selector:e,classNamesPrefix:h,resolvedClassNames:x,resolvedThemeClassNames:S,classes:t,unstyled:s,className:i,rootSelector:o,props:n,stylesCtx:r,withStaticClasses:g,headless:_,transformedStyles:b([a?.styles,l])}),style:Wt({theme:m,selector:e,options:a,props:n,stylesCtx:r,rootSelector:o,withStylesTransform:y,resolvedStyles:C,resolvedThemeStyles:w,resolvedVars:T,resolvedRootStyle:E})}),!!p,[m,h,g,_,y?n:null,t,s,i,o,f,r,x,S,C,w,T,E])}function qt(e,t,n){let r=(0,m.useRef)(null);return t?(r.current&&Ft(r.current.deps,n,3)||(r.current={deps:n,getStyles:e}),r.current.getStyles):e}function Jt(e){return h(e).reduce((t,n)=>e[n]===void 0?t:`${t}${v(n)}:${e[n]};`,``).trim()}function Yt({selector:e,styles:t,media:n,container:r}){let i=t?Jt(t):``,a=Array.isArray(n)?n.map(t=>`@media${t.query}{${e}{${Jt(t.styles)}}}`):[],o=Array.isArray(r)?r.map(t=>`@container ${t.query}{${e}{${Jt(t.styles)}}}`):[];return`${i?`${e}{${i}}`:``}${a.join(``)}${o.join(``)}`.trim()}function Xt(e){let t=5381;for(let n=0;n<e.length;n++)t=(t<<5)+t+e.charCodeAt(n)|0;return(t>>>0).toString(36)}function Zt({deduplicate:e,...t}){let n=dt(),r=Yt(t);return e?(0,B.jsx)(`style`,{href:`mantine-${Xt(r)}`,precedence:`mantine`,nonce:n?.(),children:r}):(0,B.jsx)(`style`,{"data-mantine-styles":`inline`,nonce:n?.(),dangerouslySetInnerHTML:{__html:r}})}function Qt(e){let t=5381;for(let n=0;n<e.length;n++)t=(t<<5)+t+e.charCodeAt(n)|0;return(t>>>0).toString(36)}function $t(e,t){return`__mdi__-${Qt(`${e?Jt(e):``}|${Array.isArray(t)?t.map(e=>`${e.query}:${Jt(e.styles)}`).join(`|`):``}`)}`}function en(e){let{m:t,mx:n,my:r,mt:i,mb:a,ml:o,mr:s,me:c,ms:l,mis:u,mie:d,p:f,px:p,py:m,pt:h,pb:g,pl:_,pr:v,pe:y,ps:b,pis:x,pie:S,bd:w,bdrs:T,bg:E,c:D,opacity:O,ff:k,fz:A,fw:j,lts:M,ta:N,lh:P,fs:F,tt:ee,td:I,w:L,miw:te,maw:ne,h:re,mih:ie,mah:ae,bgsz:oe,bgp:se,bgr:ce,bga:le,pos:ue,top:de,left:fe,bottom:pe,right:me,inset:he,display:ge,flex:_e,hiddenFrom:ve,visibleFrom:ye,lightHidden:be,darkHidden:xe,sx:Se,...Ce}=e;return{styleProps:C({m:t,mx:n,my:r,mt:i,mb:a,ml:o,mr:s,me:c,ms:l,mis:u,mie:d,p:f,px:p,py:m,pt:h,pb:g,pl:_,pr:v,pis:x,pie:S,pe:y,ps:b,bd:w,bg:E,c:D,opacity:O,ff:k,fz:A,fw:j,lts:M,ta:N,lh:P,fs:F,tt:ee,td:I,w:L,miw:te,maw:ne,h:re,mih:ie,mah:ae,bgsz:oe,bgp:se,bgr:ce,bga:le,pos:ue,top:de,left:fe,bottom:pe,right:me,inset:he,display:ge,flex:_e,bdrs:T,hiddenFrom:ve,visibleFrom:ye,lightHidden:be,darkHidden:xe,sx:Se}),rest:Ce}}var tn={m:{type:`spacing`,property:`margin`},mt:{type:`spacing`,property:`marginTop`},mb:{type:`spacing`,property:`marginBottom`},ml:{type:`spacing`,property:`marginLeft`},mr:{type:`spacing`,property:`marginRight`},ms:{type:`spacing`,property:`marginInlineStart`},me:{type:`spacing`,property:`marginInlineEnd`},mis:{type:`spacing`,property:`marginInlineStart`},mie:{type:`spacing`,property:`marginInlineEnd`},mx:{type:`spacing`,property:`marginInline`},my:{type:`spacing`,property:`marginBlock`},p:{type:`spacing`,property:`padding`},pt:{type:`spacing`,property:`paddingTop`},pb:{type:`spacing`,property:`paddingBottom`},pl:{type:`spacing`,property:`paddingLeft`},pr:{type:`spacing`,property:`paddingRight`},ps:{type:`spacing`,property:`paddingInlineStart`},pe:{type:`spacing`,property:`paddingInlineEnd`},pis:{type:`spacing`,property:`paddingInlineStart`},pie:{type:`spacing`,property:`paddingInlineEnd`},px:{type:`spacing`,property:`paddingInline`},py:{type:`spacing`,property:`paddingBlock`},bd:{type:`border`,property:`border`},bdrs:{type:`radius`,property:`borderRadius`},bg:{type:`color`,property:`background`},c:{type:`textColor`,property:`color`},opacity:{type:`identity`,property:`opacity`},ff:{type:`fontFamily`,property:`fontFamily`},fz:{type:`fontSize`,property:`fontSize`},fw:{type:`identity`,property:`fontWeight`},lts:{type:`size`,property:`letterSpacing`},ta:{type:`identity`,property:`textAlign`},lh:{type:`lineHeight`,property:`lineHeight`},fs:{type:`identity`,property:`fontStyle`},tt:{type:`identity`,property:`textTransform`},td:{type:`identity`,property:`textDecoration`},w:{type:`spacing`,property:`width`},miw:{type:`spacing`,property:`minWidth`},maw:{type:`spacing`,property:`maxWidth`},h:{type:`spacing`,property:`height`},mih:{type:`spacing`,property:`minHeight`},mah:{type:`spacing`,property:`maxHeight`},bgsz:{type:`size`,property:`backgroundSize`},bgp:{type:`identity`,property:`backgroundPosition`},bgr:{type:`identity`,property:`backgroundRepeat`},bga:{type:`identity`,property:`backgroundAttachment`},pos:{type:`identity`,property:`position`},top:{type:`size`,property:`top`},left:{type:`size`,property:`left`},bottom:{type:`size`,property:`bottom`},right:{type:`size`,property:`right`},inset:{type:`size`,property:`inset`},display:{type:`identity`,property:`display`},flex:{type:`identity`,property:`flex`}};function nn(e,t){let n=$e({color:e,theme:t});return n.color===`dimmed`?`var(--mantine-color-dimmed)`:n.color===`bright`?`var(--mantine-color-bright)`:n.variable?`var(${n.variable})`:n.color}function rn(e,t){let n=$e({color:e,theme:t});return n.isThemeColor&&n.shade===void 0?`var(--mantine-color-${n.color}-text)`:nn(e,t)}function an(e,t){if(typeof e==`number`)return x(e);if(typeof e==`string`){let[n,r,...i]=e.split(` `).filter(e=>e.trim()!==``),a=`${x(n)}`;return r&&(a+=` ${r}`),i.length>0&&(a+=` ${nn(i.join(` `),t)}`),a.trim()}return e}var on={text:`var(--mantine-font-family)`,mono:`var(--mantine-font-family-monospace)`,monospace:`var(--mantine-font-family-monospace)`,heading:`var(--mantine-font-family-headings)`,headings:`var(--mantine-font-family-headings)`};function sn(e){return typeof e==`string`&&e in on?on[e]:e}var cn=[`h1`,`h2`,`h3`,`h4`,`h5`,`h6`];function ln(e,t){return typeof e==`string`&&e in t.fontSizes?`var(--mantine-font-size-${e})`:typeof e==`string`&&cn.includes(e)?`var(--mantine-${e}-font-size)`:typeof e==`number`||typeof e==`string`?x(e):e}function un(e){return e}var dn=[`h1`,`h2`,`h3`,`h4`,`h5`,`h6`];function fn(e,t){return typeof e==`string`&&e in t.lineHeights?`var(--mantine-line-height-${e})`:typeof e==`string`&&dn.includes(e)?`var(--mantine-${e}-line-height)`:e}function pn(e,t){return typeof e==`string`&&e in t.radius?`var(--mantine-radius-${e})`:typeof e==`number`||typeof e==`string`?x(e):e}function mn(e){return typeof e==`number`?x(e):e}function hn(e,t){if(typeof e==`number`)return x(e);if(typeof e==`string`){let n=e.replace(`-`,``);if(!(n in t.spacing))return x(e);let r=`--mantine-spacing-${n}`;return e.startsWith(`-`)?`calc(var(${r}) * -1)`:`var(${r})`}return e}var gn={color:nn,textColor:rn,fontSize:ln,spacing:hn,radius:pn,identity:un,size:mn,lineHeight:fn,fontFamily:sn,border:an};function _n(e){return e.replace(`(min-width: `,``).replace(`em)`,``)}function vn({media:e,...t}){let n=Object.keys(e).sort((e,t)=>Number(_n(e))-Number(_n(t))).map(t=>({query:t,styles:e[t]}));return{...t,media:n}}function yn(e){if(typeof e!=`object`||!e)return!1;let t=Object.keys(e);return t.length!==1||t[0]!==`base`}function bn(e){return typeof e==`object`&&e?`base`in e?e.base:void 0:e}function xn(e){return typeof e==`object`&&e?h(e).filter(e=>e!==`base`):[]}function Sn(e,t){return typeof e==`object`&&e&&t in e?e[t]:e}function Cn({styleProps:e,data:t,theme:n}){return vn(h(e).reduce((r,i)=>{if(i===`hiddenFrom`||i===`visibleFrom`||i===`sx`)return r;let a=t[i],o=Array.isArray(a.property)?a.property:[a.property],s=bn(e[i]);if(!yn(e[i]))return o.forEach(e=>{r.inlineStyles[e]=gn[a.type](s,n)}),r;r.hasResponsiveStyles=!0;let c=xn(e[i]);return o.forEach(t=>{s!=null&&(r.styles[t]=gn[a.type](s,n)),c.forEach(o=>{let s=`(min-width: ${n.breakpoints[o]})`;r.media[s]={...r.media[s],[t]:gn[a.type](Sn(e[i],o),n)}})}),r},{hasResponsiveStyles:!1,styles:{},inlineStyles:{},media:{}}))}function wn(){return`__m__-${(0,m.useId)().replace(/[:«»]/g,``)}`}function Tn(e){return e}var En=Tn;function Dn(e){return e}function U(e){let t=e;return t.extend=Dn,t.withProps=e=>{let n=n=>(0,B.jsx)(t,{...e,...n});return n.extend=t.extend,n.displayName=`WithProps(${t.displayName})`,n},t}function On(e){return U(e)}function kn(e){let t=e;return t.withProps=e=>{let n=n=>(0,B.jsx)(t,{...e,...n});return n.extend=t.extend,n.displayName=`WithProps(${t.displayName})`,n},t.extend=Dn,t}function An(e){return`data-${(e.startsWith(`data-`)?e.slice(5):e).replace(/([a-z])([A-Z])/g,`$1-$2`).toLowerCase()}`}function jn(e){return Object.keys(e).reduce((t,n)=>{let r=e[n];return r===void 0||r===``||r===!1||r===null||(t[An(n)]=e[n]),t},{})}function Mn(e){return e?typeof e==`string`?{[An(e)]:!0}:Array.isArray(e)?[...e].reduce((e,t)=>({...e,...Mn(t)}),{}):jn(e):null}function Nn(e,t){return Array.isArray(e)?[...e].reduce((e,n)=>({...e,...Nn(n,t)}),{}):typeof e==`function`?e(t):e??{}}function Pn({theme:e,style:t,vars:n,styleProps:r}){let i=Nn(t,e),a=Nn(n,e);return{...i,...a,...r}}function Fn({component:e,style:t,__vars:n,className:r,variant:i,mod:a,size:o,hiddenFrom:s,visibleFrom:c,lightHidden:l,darkHidden:u,renderRoot:d,__size:f,ref:p,...m}){let h=At(),g=e||`div`,{styleProps:_,rest:v}=en(m),y=mt()?.()?.(_.sx),b=wn(),x=Cn({styleProps:_,theme:h,data:tn}),S=_t(),C=S&&x.hasResponsiveStyles?$t(x.styles,x.media):b,T={ref:p,style:Pn({theme:h,style:t,vars:n,styleProps:x.inlineStyles}),className:z(r,y,{[C]:x.hasResponsiveStyles,"mantine-light-hidden":l,"mantine-dark-hidden":u,[`mantine-hidden-from-${s}`]:s,[`mantine-visible-from-${c}`]:c}),"data-variant":i,"data-size":w(o)?void 0:o||void 0,size:f,...Mn(a),...v};return(0,B.jsxs)(B.Fragment,{children:[x.hasResponsiveStyles&&(0,B.jsx)(Zt,{selector:`.${C}`,styles:x.styles,media:x.media,deduplicate:S}),typeof d==`function`?d(T):(0,B.jsx)(g,{...T})]})}Fn.displayName=`@mantine/core/Box`;var W=En(Fn),In=(0,m.createContext)({dir:`ltr`,toggleDirection:()=>{},setDirection:()=>{}});function Ln(){return(0,m.use)(In)}var[Rn,zn]=D(`ScrollArea.Root component was not found in tree`);function Bn(e,t){let n=(0,m.useEffectEvent)(t);re(()=>{let t=0;if(e){let r=new ResizeObserver(()=>{cancelAnimationFrame(t),t=window.requestAnimationFrame(n)});return r.observe(e),()=>{window.cancelAnimationFrame(t),r.unobserve(e)}}},[e])}function Vn(e){let{style:t,...n}=e,r=zn(),[i,a]=(0,m.useState)(0),[o,s]=(0,m.useState)(0),c=!!(i&&o);return Bn(r.scrollbarX,()=>{let e=r.scrollbarX?.offsetHeight||0;r.onCornerHeightChange(e),s(e)}),Bn(r.scrollbarY,()=>{let e=r.scrollbarY?.offsetWidth||0;r.onCornerWidthChange(e),a(e)}),c?(0,B.jsx)(`div`,{...n,style:{...t,width:i,height:o}}):null}function Hn(e){let t=zn(),n=!!(t.scrollbarX&&t.scrollbarY);return t.type!==`scroll`&&n?(0,B.jsx)(Vn,{...e}):null}var Un={scrollHideDelay:1e3,type:`hover`};function Wn(e){let{type:t,scrollHideDelay:n,scrollbars:r,getStyles:i,ref:a,...o}=V(`ScrollAreaRoot`,Un,e),[s,c]=(0,m.useState)(null),[l,u]=(0,m.useState)(null),[d,f]=(0,m.useState)(null),[p,h]=(0,m.useState)(null),[g,_]=(0,m.useState)(null),[v,y]=(0,m.useState)(0),[b,x]=(0,m.useState)(0),[S,C]=(0,m.useState)(!1),[w,T]=(0,m.useState)(!1),E=Pe(a,c);return(0,B.jsx)(Rn,{value:{type:t,scrollHideDelay:n,scrollArea:s,viewport:l,onViewportChange:u,content:d,onContentChange:f,scrollbarX:p,onScrollbarXChange:h,scrollbarXEnabled:S,onScrollbarXEnabledChange:C,scrollbarY:g,onScrollbarYChange:_,scrollbarYEnabled:w,onScrollbarYEnabledChange:T,onCornerWidthChange:y,onCornerHeightChange:x,getStyles:i},children:(0,B.jsx)(W,{...o,ref:E,__vars:{"--sa-corner-width":r===`xy`?`${v}px`:`0px`,"--sa-corner-height":r===`xy`?`${b}px`:`0px`}})})}Wn.displayName=`@mantine/core/ScrollAreaRoot`;function Gn(e,t){let n=e/t;return Number.isNaN(n)?0:n}function Kn(e){let t=Gn(e.viewport,e.content),n=e.scrollbar.paddingStart+e.scrollbar.paddingEnd,r=(e.scrollbar.size-n)*t;return Math.max(r,18)}function qn(e,t){return n=>{if(e[0]===e[1]||t[0]===t[1])return t[0];let r=(t[1]-t[0])/(e[1]-e[0]);return t[0]+r*(n-e[0])}}function Jn(e,[t,n]){return Math.min(n,Math.max(t,e))}function Yn(e,t,n=`ltr`){let r=Kn(t),i=t.scrollbar.paddingStart+t.scrollbar.paddingEnd,a=t.scrollbar.size-i,o=t.content-t.viewport,s=a-r,c=Jn(e,n===`ltr`?[0,o]:[o*-1,0]);return qn([0,o],[0,s])(c)}function Xn(e,t,n,r=`ltr`){let i=Kn(n),a=i/2,o=t||a,s=i-o,c=n.scrollbar.paddingStart+o,l=n.scrollbar.size-n.scrollbar.paddingEnd-s,u=n.content-n.viewport,d=r===`ltr`?[0,u]:[u*-1,0];return qn([c,l],d)(e)}function Zn(e,t){return e>0&&e<t}function Qn(e){return e?parseInt(e,10):0}function $n(e,t,{checkForDefaultPrevented:n=!0}={}){return r=>{e?.(r),n!==!1&&r.defaultPrevented||t?.(r)}}var[er,tr]=D(`ScrollAreaScrollbar was not found in tree`);function nr(e){let{sizes:t,hasThumb:n,onThumbChange:r,onThumbPointerUp:i,onThumbPointerDown:a,onThumbPositionChange:o,onDragScroll:s,onWheelScroll:c,onResize:l,ref:u,...d}=e,f=zn(),[p,h]=(0,m.useState)(null),g=Pe(u,h),_=(0,m.useRef)(null),v=(0,m.useRef)(``),y=t.content-t.viewport,b=(0,m.useEffectEvent)(e=>c(e,y)),x=I(o),S=L(l,10),C=e=>{if(_.current){let t=e.clientX-_.current.left,n=e.clientY-_.current.top;s({x:t,y:n})}};return(0,m.useEffect)(()=>{if(!p)return;let e=e=>b(e);return p.addEventListener(`wheel`,e,{passive:!1}),()=>p.removeEventListener(`wheel`,e)},[p]),(0,m.useEffect)(x,[t,x]),Bn(p,S),Bn(f.content,S),(0,B.jsx)(er,{value:{scrollbar:p,hasThumb:n,onThumbChange:I(r),onThumbPointerUp:I(i),onThumbPositionChange:x,onThumbPointerDown:I(a)},children:(0,B.jsx)(`div`,{...d,ref:g,"data-mantine-scrollbar":!0,style:{position:`absolute`,...d.style},onPointerDown:$n(e.onPointerDown,e=>{e.preventDefault(),e.button===0&&(e.target.setPointerCapture(e.pointerId),_.current=p.getBoundingClientRect(),v.current=document.body.style.webkitUserSelect,document.body.style.webkitUserSelect=`none`,C(e))}),onPointerMove:$n(e.onPointerMove,C),onPointerUp:$n(e.onPointerUp,e=>{let t=e.target;t.hasPointerCapture(e.pointerId)&&(e.preventDefault(),t.releasePointerCapture(e.pointerId))}),onLostPointerCapture:()=>{document.body.style.webkitUserSelect=v.current,_.current=null}})})}var rr=e=>{let{sizes:t,onSizesChange:n,style:r,ref:i,...a}=e,o=zn(),[s,c]=(0,m.useState)(),l=(0,m.useRef)(null),u=Pe(i,l,o.onScrollbarXChange);return(0,m.useEffect)(()=>{l.current&&c(getComputedStyle(l.current))},[l]),(0,B.jsx)(nr,{"data-orientation":`horizontal`,...a,ref:u,sizes:t,style:{...r,"--sa-thumb-width":`${Kn(t)}px`},onThumbPointerDown:t=>e.onThumbPointerDown(t.x),onDragScroll:t=>e.onDragScroll(t.x),onWheelScroll:(t,n)=>{if(o.viewport){let r=o.viewport.scrollLeft+t.deltaX;e.onWheelScroll(r),Zn(r,n)&&t.preventDefault()}},onResize:()=>{l.current&&o.viewport&&s&&n({content:o.viewport.scrollWidth,viewport:o.viewport.offsetWidth,scrollbar:{size:l.current.clientWidth,paddingStart:Qn(s.paddingLeft),paddingEnd:Qn(s.paddingRight)}})}})};rr.displayName=`@mantine/core/ScrollAreaScrollbarX`;function ir(e){let{sizes:t,onSizesChange:n,style:r,ref:i,...a}=e,o=zn(),[s,c]=(0,m.useState)(),l=(0,m.useRef)(null),u=Pe(i,l,o.onScrollbarYChange);return(0,m.useEffect)(()=>{l.current&&c(window.getComputedStyle(l.current))},[]),(0,B.jsx)(nr,{...a,"data-orientation":`vertical`,ref:u,sizes:t,style:{"--sa-thumb-height":`${Kn(t)}px`,...r},onThumbPointerDown:t=>e.onThumbPointerDown(t.y),onDragScroll:t=>e.onDragScroll(t.y),onWheelScroll:(t,n)=>{if(o.viewport){let r=o.viewport.scrollTop+t.deltaY;e.onWheelScroll(r),Zn(r,n)&&t.preventDefault()}},onResize:()=>{l.current&&o.viewport&&s&&n({content:o.viewport.scrollHeight,viewport:o.viewport.offsetHeight,scrollbar:{size:l.current.clientHeight,paddingStart:Qn(s.paddingTop),paddingEnd:Qn(s.paddingBottom)}})}})}ir.displayName=`@mantine/core/ScrollAreaScrollbarY`;function ar(e){let{orientation:t=`vertical`,...n}=e,{dir:r}=Ln(),i=zn(),a=(0,m.useRef)(null),o=(0,m.useRef)(0),[s,c]=(0,m.useState)({content:0,viewport:0,scrollbar:{size:0,paddingStart:0,paddingEnd:0}}),l=Gn(s.viewport,s.content),u={...n,sizes:s,onSizesChange:c,hasThumb:l>0&&l<1,onThumbChange:e=>{a.current=e},onThumbPointerUp:()=>{o.current=0},onThumbPointerDown:e=>{o.current=e}},d=(e,t)=>Xn(e,o.current,s,t);return t===`horizontal`?(0,B.jsx)(rr,{...u,onThumbPositionChange:()=>{if(i.viewport&&a.current){let e=i.viewport.scrollLeft,t=Yn(e,s,r);a.current.style.transform=`translate3d(${t}px, 0, 0)`}},onWheelScroll:e=>{i.viewport&&(i.viewport.scrollLeft=e)},onDragScroll:e=>{i.viewport&&(i.viewport.scrollLeft=d(e,r))}}):t===`vertical`?(0,B.jsx)(ir,{...u,onThumbPositionChange:()=>{if(i.viewport&&a.current){let e=i.viewport.scrollTop,t=Yn(e,s);s.scrollbar.size===0?a.current.style.setProperty(`--thumb-opacity`,`0`):a.current.style.setProperty(`--thumb-opacity`,`1`),a.current.style.transform=`translate3d(0, ${t}px, 0)`}},onWheelScroll:e=>{i.viewport&&(i.viewport.scrollTop=e)},onDragScroll:e=>{i.viewport&&(i.viewport.scrollTop=d(e))}}):null}ar.displayName=`@mantine/core/ScrollAreaScrollbarVisible`;function or(e){let t=zn(),{forceMount:n,...r}=e,[i,a]=(0,m.useState)(!1),o=e.orientation===`horizontal`,s=L(()=>{if(t.viewport){let e=t.viewport.offsetWidth<t.viewport.scrollWidth,n=t.viewport.offsetHeight<t.viewport.scrollHeight;a(o?e:n)}},10);return Bn(t.viewport,s),Bn(t.content,s),n||i?(0,B.jsx)(ar,{"data-state":i?`visible`:`hidden`,...r}):null}or.displayName=`@mantine/core/ScrollAreaScrollbarAuto`;function sr(e){let{forceMount:t,...n}=e,r=zn(),[i,a]=(0,m.useState)(!1);return(0,m.useEffect)(()=>{let{scrollArea:e}=r,t=0;if(e){let n=()=>{window.clearTimeout(t),a(!0)},i=()=>{t=window.setTimeout(()=>a(!1),r.scrollHideDelay)};return e.addEventListener(`pointerenter`,n),e.addEventListener(`pointerleave`,i),()=>{window.clearTimeout(t),e.removeEventListener(`pointerenter`,n),e.removeEventListener(`pointerleave`,i)}}},[r.scrollArea,r.scrollHideDelay]),t||i?(0,B.jsx)(or,{"data-state":i?`visible`:`hidden`,...n}):null}sr.displayName=`@mantine/core/ScrollAreaScrollbarHover`;function cr(e){let{forceMount:t,...n}=e,r=zn(),i=e.orientation===`horizontal`,[a,o]=(0,m.useState)(`hidden`),s=L(()=>o(`idle`),100);return(0,m.useEffect)(()=>{if(a===`idle`){let e=window.setTimeout(()=>o(`hidden`),r.scrollHideDelay);return()=>window.clearTimeout(e)}},[a,r.scrollHideDelay]),(0,m.useEffect)(()=>{let{viewport:e}=r,t=i?`scrollLeft`:`scrollTop`;if(e){let n=e[t],r=()=>{let r=e[t];n!==r&&(o(`scrolling`),s()),n=r};return e.addEventListener(`scroll`,r),()=>e.removeEventListener(`scroll`,r)}},[r.viewport,i,s]),t||a!==`hidden`?(0,B.jsx)(ar,{"data-state":a===`hidden`?`hidden`:`visible`,...n,onPointerEnter:$n(e.onPointerEnter,()=>o(`interacting`)),onPointerLeave:$n(e.onPointerLeave,()=>o(`idle`))}):null}function lr(e){let{forceMount:t,...n}=e,r=zn(),{onScrollbarXEnabledChange:i,onScrollbarYEnabledChange:a}=r,o=e.orientation===`horizontal`;return(0,m.useEffect)(()=>(o?i(!0):a(!0),()=>{o?i(!1):a(!1)}),[o,i,a]),r.type===`hover`?(0,B.jsx)(sr,{...n,forceMount:t}):r.type===`scroll`?(0,B.jsx)(cr,{...n,forceMount:t}):r.type===`auto`?(0,B.jsx)(or,{...n,forceMount:t}):r.type===`always`?(0,B.jsx)(ar,{...n}):null}lr.displayName=`@mantine/core/ScrollAreaScrollbar`;function ur(e,t=()=>{}){let n={left:e.scrollLeft,top:e.scrollTop},r=0;return(function i(){let a={left:e.scrollLeft,top:e.scrollTop},o=n.left!==a.left,s=n.top!==a.top;(o||s)&&t(),n=a,r=window.requestAnimationFrame(i)})(),()=>window.cancelAnimationFrame(r)}function dr(e){let{style:t,ref:n,...r}=e,i=zn(),a=tr(),{onThumbPositionChange:o}=a,s=Pe(n,a.onThumbChange),c=(0,m.useRef)(void 0),l=L(()=>{c.current&&=(c.current(),void 0)},100);return(0,m.useEffect)(()=>{let{viewport:e}=i;if(e){let t=()=>{if(l(),!c.current){let t=ur(e,o);c.current=t,o()}};return o(),e.addEventListener(`scroll`,t),()=>{e.removeEventListener(`scroll`,t),c.current?.(),c.current=void 0}}},[i.viewport,l,o]),(0,B.jsx)(`div`,{"data-state":a.hasThumb?`visible`:`hidden`,...r,ref:s,style:{width:`var(--sa-thumb-width)`,height:`var(--sa-thumb-height)`,...t},onPointerDownCapture:$n(e.onPointerDownCapture,e=>{let t=e.target.getBoundingClientRect(),n=e.clientX-t.left,r=e.clientY-t.top;a.onThumbPointerDown({x:n,y:r})}),onPointerUp:$n(e.onPointerUp,a.onThumbPointerUp)})}dr.displayName=`@mantine/core/ScrollAreaThumb`;function fr(e){let{forceMount:t,...n}=e,r=tr();return t||r.hasThumb?(0,B.jsx)(dr,{...n}):null}fr.displayName=`@mantine/core/ScrollAreaThumb`;function pr({children:e,style:t,ref:n,onWheel:r,...i}){let a=zn(),o=Pe(n,a.onViewportChange),s=e=>{if(r?.(e),a.scrollbarXEnabled&&a.viewport&&e.shiftKey){let{scrollTop:t,scrollHeight:n,clientHeight:r,scrollWidth:i,clientWidth:o}=a.viewport,s=t<1,c=t>=n-r-1;i>o&&(s||c)&&e.stopPropagation()}};return(0,B.jsx)(W,{...i,ref:o,onWheel:s,"data-scrollarea-viewport":!0,style:{overflowX:a.scrollbarXEnabled?`scroll`:`hidden`,overflowY:a.scrollbarYEnabled?`scroll`:`hidden`,...t},children:(0,B.jsx)(`div`,{...a.getStyles(`content`),ref:a.onContentChange,children:e})})}pr.displayName=`@mantine/core/ScrollAreaViewport`;var mr={root:`m_d57069b5`,content:`m_b1336c6`,viewport:`m_c0783ff9`,viewportInner:`m_f8f631dd`,scrollbar:`m_c44ba933`,thumb:`m_d8b5e363`,corner:`m_21657268`};function hr(){return typeof window<`u`}function gr(e){return vr(e)?(e.nodeName||``).toLowerCase():`#document`}function G(e){var t;return(e==null||(t=e.ownerDocument)==null?void 0:t.defaultView)||window}function _r(e){return((vr(e)?e.ownerDocument:e.document)||window.document)?.documentElement}function vr(e){return hr()?e instanceof Node||e instanceof G(e).Node:!1}function K(e){return hr()?e instanceof Element||e instanceof G(e).Element:!1}function yr(e){return hr()?e instanceof HTMLElement||e instanceof G(e).HTMLElement:!1}function br(e){return!hr()||typeof ShadowRoot>`u`?!1:e instanceof ShadowRoot||e instanceof G(e).ShadowRoot}function xr(e){let{overflow:t,overflowX:n,overflowY:r,display:i}=Mr(e);return/auto|scroll|overlay|hidden|clip/.test(t+r+n)&&i!==`inline`&&i!==`contents`}function Sr(e){return/^(table|td|th)$/.test(gr(e))}function Cr(e){try{if(e.matches(`:popover-open`))return!0}catch{}try{return e.matches(`:modal`)}catch{return!1}}var wr=/transform|translate|scale|rotate|perspective|filter/,Tr=/paint|layout|strict|content/,Er=e=>!!e&&e!==`none`,Dr;function Or(e){let t=K(e)?Mr(e):e;return Er(t.transform)||Er(t.translate)||Er(t.scale)||Er(t.rotate)||Er(t.perspective)||!Ar()&&(Er(t.backdropFilter)||Er(t.filter))||wr.test(t.willChange||``)||Tr.test(t.contain||``)}function kr(e){let t=Pr(e);for(;yr(t)&&!jr(t);){if(Or(t))return t;if(Cr(t))return null;t=Pr(t)}return null}function Ar(){return Dr??=typeof CSS<`u`&&CSS.supports&&CSS.supports(`-webkit-backdrop-filter`,`none`),Dr}function jr(e){return/^(html|body|#document)$/.test(gr(e))}function Mr(e){return G(e).getComputedStyle(e)}function Nr(e){return K(e)?{scrollLeft:e.scrollLeft,scrollTop:e.scrollTop}:{scrollLeft:e.scrollX,scrollTop:e.scrollY}}function Pr(e){if(gr(e)===`html`)return e;let t=e.assignedSlot||e.parentNode||br(e)&&e.host||_r(e);return br(t)?t.host:t}function Fr(e){let t=Pr(e);return jr(t)?(e.ownerDocument||e).body:yr(t)&&xr(t)?t:Fr(t)}function Ir(e,t,n){t===void 0&&(t=[]),n===void 0&&(n=!0);let r=Fr(e),i=r===e.ownerDocument?.body,a=G(r);if(i){let e=Lr(a);return t.concat(a,a.visualViewport||[],xr(r)?r:[],e&&n?Ir(e):[])}return t.concat(r,Ir(r,[],n))}function Lr(e){return e.parent&&Object.getPrototypeOf(e.parent)?e.frameElement:null}var Rr=[`top`,`right`,`bottom`,`left`],zr=Math.min,Br=Math.max,Vr=Math.round,Hr=Math.floor,Ur=e=>({x:e,y:e}),Wr={left:`right`,right:`left`,bottom:`top`,top:`bottom`};function Gr(e,t,n){return Br(e,zr(t,n))}function Kr(e,t){return typeof e==`function`?e(t):e}function qr(e){return e.split(`-`)[0]}function Jr(e){return e.split(`-`)[1]}function Yr(e){return e===`x`?`y`:`x`}function Xr(e){return e===`y`?`height`:`width`}function Zr(e){let t=e[0];return t===`t`||t===`b`?`y`:`x`}function Qr(e){return Yr(Zr(e))}function $r(e,t,n){n===void 0&&(n=!1);let r=Jr(e),i=Qr(e),a=Xr(i),o=i===`x`?r===(n?`end`:`start`)?`right`:`left`:r===`start`?`bottom`:`top`;return t.reference[a]>t.floating[a]&&(o=ci(o)),[o,ci(o)]}function ei(e){let t=ci(e);return[ti(e),t,ti(t)]}function ti(e){return e.includes(`start`)?e.replace(`start`,`end`):e.replace(`end`,`start`)}var ni=[`left`,`right`],ri=[`right`,`left`],ii=[`top`,`bottom`],ai=[`bottom`,`top`];function oi(e,t,n){switch(e){case`top`:case`bottom`:return n?t?ri:ni:t?ni:ri;case`left`:case`right`:return t?ii:ai;default:return[]}}function si(e,t,n,r){let i=Jr(e),a=oi(qr(e),n===`start`,r);return i&&(a=a.map(e=>e+`-`+i),t&&(a=a.concat(a.map(ti)))),a}function ci(e){let t=qr(e);return Wr[t]+e.slice(t.length)}function li(e){return{top:e.top??0,right:e.right??0,bottom:e.bottom??0,left:e.left??0}}function ui(e){return typeof e==`number`?{top:e,right:e,bottom:e,left:e}:li(e)}function di(e){let{x:t,y:n,width:r,height:i}=e;return{width:r,height:i,top:n,left:t,right:t+r,bottom:n+i,x:t,y:n}}function fi(){let e=navigator.userAgentData;return e!=null&&e.platform?e.platform:navigator.platform}function pi(){let e=navigator.userAgentData;return e&&Array.isArray(e.brands)?e.brands.map(e=>{let{brand:t,version:n}=e;return t+`/`+n}).join(` `):navigator.userAgent}function mi(){return/apple/i.test(navigator.vendor)}function hi(){return fi().toLowerCase().startsWith(`mac`)&&!navigator.maxTouchPoints}function gi(){return pi().includes(`jsdom/`)}var _i=`data-floating-ui-focusable`,vi=`input:not([type='hidden']):not([disabled]),[contenteditable]:not([contenteditable='false']),textarea:not([disabled])`;function yi(e){let t=e.activeElement;for(;((n=t)==null||(n=n.shadowRoot)==null?void 0:n.activeElement)!=null;){var n;t=t.shadowRoot.activeElement}return t}function bi(e,t){if(!e||!t)return!1;let n=t.getRootNode==null?void 0:t.getRootNode();if(e.contains(t))return!0;if(n&&br(n)){let n=t;for(;n;){if(e===n)return!0;n=n.parentNode||n.host}}return!1}function xi(e){return`composedPath`in e?e.composedPath()[0]:e.target}function Si(e,t){if(t==null)return!1;if(`composedPath`in e)return e.composedPath().includes(t);let n=e;return n.target!=null&&t.contains(n.target)}function Ci(e){return e.matches(`html,body`)}function wi(e){return e?.ownerDocument||document}function Ti(e){return yr(e)&&e.matches(vi)}function Ei(e){if(!e||gi())return!0;try{return e.matches(`:focus-visible`)}catch{return!0}}function Di(e){return e?e.hasAttribute(_i)?e:e.querySelector(`[`+_i+`]`)||e:null}function Oi(e,t,n){return n===void 0&&(n=!0),e.filter(e=>e.parentId===t&&(!n||e.context?.open)).flatMap(t=>[t,...Oi(e,t.id,n)])}function ki(e){return`nativeEvent`in e}function Ai(e,t){let n=[`mouse`,`pen`];return t||n.push(``,void 0),n.includes(e)}var ji=typeof document<`u`?m.useLayoutEffect:function(){},Mi={...m};function Ni(e){let t=m.useRef(e);return ji(()=>{t.current=e}),t}var Pi=Mi.useInsertionEffect||(e=>e());function Fi(e){let t=m.useRef(()=>{});return Pi(()=>{t.current=e}),m.useCallback(function(){var e=[...arguments];return t.current==null?void 0:t.current(...e)},[])}function Ii(e,t,n){let{reference:r,floating:i}=e,a=Zr(t),o=Qr(t),s=Xr(o),c=qr(t),l=a===`y`,u=r.x+r.width/2-i.width/2,d=r.y+r.height/2-i.height/2,f=r[s]/2-i[s]/2,p;switch(c){case`top`:p={x:u,y:r.y-i.height};break;case`bottom`:p={x:u,y:r.y+r.height};break;case`right`:p={x:r.x+r.width,y:d};break;case`left`:p={x:r.x-i.width,y:d};break;default:p={x:r.x,y:r.y}}let m=Jr(t);return m&&(p[o]+=f*(m===`end`?1:-1)*(n&&l?-1:1)),p}async function Li(e,t){t===void 0&&(t={});let{x:n,y:r,platform:i,rects:a,elements:o,strategy:s}=e,{boundary:c=`clippingAncestors`,rootBoundary:l=`viewport`,elementContext:u=`floating`,altBoundary:d=!1,padding:f=0}=Kr(t,e),p=ui(f),m=o[d?u===`floating`?`reference`:`floating`:u],h=di(await i.getClippingRect({element:await(i.isElement==null?void 0:i.isElement(m))??!0?m:m.contextElement||await(i.getDocumentElement==null?void 0:i.getDocumentElement(o.floating)),boundary:c,rootBoundary:l,strategy:s})),g=u===`floating`?{x:n,y:r,width:a.floating.width,height:a.floating.height}:a.reference,_=await(i.getOffsetParent==null?void 0:i.getOffsetParent(o.floating)),v=await(i.isElement==null?void 0:i.isElement(_))&&await(i.getScale==null?void 0:i.getScale(_))||{x:1,y:1},y=di(i.convertOffsetParentRelativeRectToViewportRelativeRect?await i.convertOffsetParentRelativeRectToViewportRelativeRect({elements:o,rect:g,offsetParent:_,strategy:s}):g);return{top:(h.top-y.top+p.top)/v.y,bottom:(y.bottom-h.bottom+p.bottom)/v.y,left:(h.left-y.left+p.left)/v.x,right:(y.right-h.right+p.right)/v.x}}var Ri=50,zi=async(e,t,n)=>{let{placement:r=`bottom`,strategy:i=`absolute`,middleware:a=[],platform:o}=n,s=o.detectOverflow?o:{...o,detectOverflow:Li},c=await(o.isRTL==null?void 0:o.isRTL(t)),l=await o.getElementRects({reference:e,floating:t,strategy:i}),{x:u,y:d}=Ii(l,r,c),f=r,p=0,m={};for(let n=0;n<a.length;n++){let h=a[n];if(!h)continue;let{name:g,fn:_}=h,{x:v,y,data:b,reset:x}=await _({x:u,y:d,initialPlacement:r,placement:f,strategy:i,middlewareData:m,rects:l,platform:s,elements:{reference:e,floating:t}});u=v??u,d=y??d,m[g]={...m[g],...b},x&&p<Ri&&(p++,typeof x==`object`&&(x.placement&&(f=x.placement),x.rects&&(l=x.rects===!0?await o.getElementRects({reference:e,floating:t,strategy:i}):x.rects),{x:u,y:d}=Ii(l,f,c)),n=-1)}return{x:u,y:d,placement:f,strategy:i,middlewareData:m}},Bi=e=>({name:`arrow`,options:e,async fn(t){let{x:n,y:r,placement:i,rects:a,platform:o,elements:s,middlewareData:c}=t,{element:l,padding:u=0}=Kr(e,t)||{};if(l==null)return{};let d=ui(u),f={x:n,y:r},p=Qr(i),m=Xr(p),h=await o.getDimensions(l),g=p===`y`,_=g?`top`:`left`,v=g?`bottom`:`right`,y=g?`clientHeight`:`clientWidth`,b=a.reference[m]+a.reference[p]-f[p]-a.floating[m],x=f[p]-a.reference[p],S=await(o.getOffsetParent==null?void 0:o.getOffsetParent(l)),C=S?S[y]:0;C&&await(o.isElement==null?void 0:o.isElement(S))||(C=s.floating[y]||a.floating[m]);let w=b/2-x/2,T=C/2-h[m]/2-1,E=zr(d[_],T),D=zr(d[v],T),O=C-h[m]-D,k=C/2-h[m]/2+w,A=Gr(E,k,O),j=!c.arrow&&Jr(i)!=null&&k!==A&&a.reference[m]/2-(k<E?E:D)-h[m]/2<0,M=j?k<E?k-E:k-O:0;return{[p]:f[p]+M,data:{[p]:A,centerOffset:k-A-M,...j&&{alignmentOffset:M}},reset:j}}}),Vi=function(e){return e===void 0&&(e={}),{name:`flip`,options:e,async fn(t){var n;let{placement:r,middlewareData:i,rects:a,initialPlacement:o,platform:s,elements:c}=t,{mainAxis:l=!0,crossAxis:u=!0,fallbackPlacements:d,fallbackStrategy:f=`bestFit`,fallbackAxisSideDirection:p=`none`,flipAlignment:m=!0,...h}=Kr(e,t);if((n=i.arrow)!=null&&n.alignmentOffset)return{};let g=qr(r),_=Zr(o),v=qr(o)===o,y=await(s.isRTL==null?void 0:s.isRTL(c.floating)),b=d||(v||!m?[ci(o)]:ei(o)),x=p!==`none`;!d&&x&&b.push(...si(o,m,p,y));let S=[o,...b],C=await s.detectOverflow(t,h),w=[],T=i.flip?.overflows||[];if(l&&w.push(C[g]),u){let e=$r(r,a,y);w.push(C[e[0]],C[e[1]])}if(T=[...T,{placement:r,overflows:w}],!w.every(e=>e<=0)){let e=(i.flip?.index||0)+1,t=S[e];if(t&&(u!==`alignment`||_===Zr(t)||T.every(e=>Zr(e.placement)!==_||e.overflows[0]>0)))return{data:{index:e,overflows:T},reset:{placement:t}};let n=T.filter(e=>e.overflows[0]<=0).sort((e,t)=>e.overflows[1]-t.overflows[1])[0]?.placement;if(!n)switch(f){case`bestFit`:{let e=T.filter(e=>{if(x){let t=Zr(e.placement);return t===_||t===`y`}return!0}).map(e=>[e.placement,e.overflows.filter(e=>e>0).reduce((e,t)=>e+t,0)]).sort((e,t)=>e[1]-t[1])[0]?.[0];e&&(n=e);break}case`initialPlacement`:n=o}if(r!==n)return{reset:{placement:n}}}return{}}}};function Hi(e,t){return{top:e.top-t.height,right:e.right-t.width,bottom:e.bottom-t.height,left:e.left-t.width}}function Ui(e){return Rr.some(t=>e[t]>=0)}var Wi=function(e){return e===void 0&&(e={}),{name:`hide`,options:e,async fn(t){let{rects:n,platform:r}=t,{strategy:i=`referenceHidden`,...a}=Kr(e,t);switch(i){case`referenceHidden`:{let e=Hi(await r.detectOverflow(t,{...a,elementContext:`reference`}),n.reference);return{data:{referenceHiddenOffsets:e,referenceHidden:Ui(e)}}}case`escaped`:{let e=Hi(await r.detectOverflow(t,{...a,altBoundary:!0}),n.floating);return{data:{escapedOffsets:e,escaped:Ui(e)}}}default:return{}}}}};function Gi(e){let t=zr(...e.map(e=>e.left)),n=zr(...e.map(e=>e.top)),r=Br(...e.map(e=>e.right)),i=Br(...e.map(e=>e.bottom));return{x:t,y:n,width:r-t,height:i-n}}function Ki(e){let t=e.slice().sort((e,t)=>e.y-t.y),n=[],r=null;for(let e=0;e<t.length;e++){let i=t[e];!r||i.y-r.y>r.height/2?n.push([i]):n[n.length-1].push(i),r=i}return n.map(e=>di(Gi(e)))}var qi=function(e){return e===void 0&&(e={}),{name:`inline`,options:e,async fn(t){let{placement:n,elements:r,rects:i,platform:a,strategy:o}=t,{padding:s=2,x:c,y:l}=Kr(e,t),u=Array.from(await(a.getClientRects==null?void 0:a.getClientRects(r.reference))||[]);if(!u.length)return{};let d=Ki(u),f=di(Gi(u)),p=ui(s);function m(){if(d.length===2&&(d[0].left>d[1].right||d[1].left>d[0].right)&&c!=null&&l!=null)return d.find(e=>c>e.left-p.left&&c<e.right+p.right&&l>e.top-p.top&&l<e.bottom+p.bottom)||f;if(d.length>=2){if(Zr(n)===`y`){let e=d[0],t=d[d.length-1],r=qr(n)===`top`,i=e.top,a=t.bottom,o=r?e.left:t.left;return di({x:o,y:i,width:(r?e.right:t.right)-o,height:a-i})}let e=qr(n)===`left`,t=Br(...d.map(e=>e.right)),r=zr(...d.map(e=>e.left)),i=d.filter(n=>e?n.left===r:n.right===t),a=i[0].top,o=i[i.length-1].bottom;return di({x:r,y:a,width:t-r,height:o-a})}return f}let h=await a.getElementRects({reference:{getBoundingClientRect:m},floating:r.floating,strategy:o});return i.reference.x!==h.reference.x||i.reference.y!==h.reference.y||i.reference.width!==h.reference.width||i.reference.height!==h.reference.height?{reset:{rects:h}}:{}}}},Ji=new Set([`left`,`top`]);async function Yi(e,t){let{placement:n,platform:r,elements:i}=e,a=await(r.isRTL==null?void 0:r.isRTL(i.floating)),o=qr(n),s=Jr(n),c=Zr(n)===`y`,l=Ji.has(o)?-1:1,u=a&&c?-1:1,d=Kr(t,e),{mainAxis:f,crossAxis:p,alignmentAxis:m}=typeof d==`number`?{mainAxis:d,crossAxis:0,alignmentAxis:null}:{mainAxis:d.mainAxis||0,crossAxis:d.crossAxis||0,alignmentAxis:d.alignmentAxis};return s&&typeof m==`number`&&(p=s===`end`?m*-1:m),c?{x:p*u,y:f*l}:{x:f*l,y:p*u}}var Xi=function(e){return e===void 0&&(e=0),{name:`offset`,options:e,async fn(t){var n;let{x:r,y:i,placement:a,middlewareData:o}=t,s=await Yi(t,e);return a===o.offset?.placement&&(n=o.arrow)!=null&&n.alignmentOffset?{}:{x:r+s.x,y:i+s.y,data:{...s,placement:a}}}}},Zi=function(e){return e===void 0&&(e={}),{name:`shift`,options:e,async fn(t){let{x:n,y:r,placement:i,platform:a}=t,{mainAxis:o=!0,crossAxis:s=!1,limiter:c={fn:e=>{let{x:t,y:n}=e;return{x:t,y:n}}},...l}=Kr(e,t),u={x:n,y:r},d=await a.detectOverflow(t,l),f=Zr(i),p=Yr(f),m=u[p],h=u[f],g=(e,t)=>Gr(t+d[e===`y`?`top`:`left`],t,t-d[e===`y`?`bottom`:`right`]);o&&(m=g(p,m)),s&&(h=g(f,h));let _=c.fn({...t,[p]:m,[f]:h});return{..._,data:{x:_.x-n,y:_.y-r,enabled:{[p]:o,[f]:s}}}}}},Qi=function(e){return e===void 0&&(e={}),{options:e,fn(t){let{x:n,y:r,placement:i,rects:a,middlewareData:o}=t,{offset:s=0,mainAxis:c=!0,crossAxis:l=!0}=Kr(e,t),u={x:n,y:r},d=Zr(i),f=Yr(d),p=u[f],m=u[d],h=Kr(s,t),g=typeof h==`number`?{mainAxis:h,crossAxis:0}:{mainAxis:h.mainAxis??0,crossAxis:h.crossAxis??0};if(c){let e=f===`y`?`height`:`width`,t=a.reference[f]-a.floating[e]+g.mainAxis,n=a.reference[f]+a.reference[e]-g.mainAxis;p<t?p=t:p>n&&(p=n)}if(l){let e=f===`y`?`width`:`height`,t=Ji.has(qr(i)),n=a.reference[d]-a.floating[e]+(t&&o.offset?.[d]||0)+(t?0:g.crossAxis),r=a.reference[d]+a.reference[e]+(t?0:o.offset?.[d]||0)-(t?g.crossAxis:0);m<n?m=n:m>r&&(m=r)}return{[f]:p,[d]:m}}}},$i=function(e){return e===void 0&&(e={}),{name:`size`,options:e,async fn(t){let{placement:n,rects:r,platform:i,elements:a}=t,{apply:o=()=>{},...s}=Kr(e,t),c=await i.detectOverflow(t,s),l=qr(n),u=Jr(n),d=Zr(n)===`y`,{width:f,height:p}=r.floating,m,h;l===`top`||l===`bottom`?(m=l,h=u===(await(i.isRTL==null?void 0:i.isRTL(a.floating))?`start`:`end`)?`left`:`right`):(h=l,m=u===`end`?`top`:`bottom`);let g=p-c.top-c.bottom,_=f-c.left-c.right,v=zr(p-c[m],g),y=zr(f-c[h],_),b=t.middlewareData.shift,x=!b,S=v,C=y;b!=null&&b.enabled.x&&(C=_),b!=null&&b.enabled.y&&(S=g),x&&!u&&(d?C=f-2*Br(c.left,c.right):S=p-2*Br(c.top,c.bottom)),await o({...t,availableWidth:C,availableHeight:S});let w=await i.getDimensions(a.floating);return f!==w.width||p!==w.height?{reset:{rects:!0}}:{}}}};function ea(e){let t=Mr(e),n=parseFloat(t.width)||0,r=parseFloat(t.height)||0,i=yr(e),a=i?e.offsetWidth:n,o=i?e.offsetHeight:r,s=Vr(n)!==a||Vr(r)!==o;return s&&(n=a,r=o),{width:n,height:r,$:s}}function ta(e){return K(e)?e:e.contextElement}function na(e){let t=ta(e);if(!yr(t))return Ur(1);let n=t.getBoundingClientRect(),{width:r,height:i,$:a}=ea(t),o=(a?Vr(n.width):n.width)/r,s=(a?Vr(n.height):n.height)/i;return o&&Number.isFinite(o)||(o=1),s&&Number.isFinite(s)||(s=1),{x:o,y:s}}var ra=Ur(0);function ia(e){let t=G(e);return!Ar()||!t.visualViewport?ra:{x:t.visualViewport.offsetLeft,y:t.visualViewport.offsetTop}}function aa(e,t,n){return t===void 0&&(t=!1),!!n&&t&&n===G(e)}function oa(e,t,n,r){t===void 0&&(t=!1),n===void 0&&(n=!1);let i=e.getBoundingClientRect(),a=ta(e),o=Ur(1);t&&(r?K(r)&&(o=na(r)):o=na(e));let s=aa(a,n,r)?ia(a):Ur(0),c=(i.left+s.x)/o.x,l=(i.top+s.y)/o.y,u=i.width/o.x,d=i.height/o.y;if(a&&r){let e=G(a),t=K(r)?G(r):r,n=e,i=Lr(n);for(;i&&t!==n;){let e=na(i),t=i.getBoundingClientRect(),r=Mr(i),a=t.left+(i.clientLeft+parseFloat(r.paddingLeft))*e.x,o=t.top+(i.clientTop+parseFloat(r.paddingTop))*e.y;c*=e.x,l*=e.y,u*=e.x,d*=e.y,c+=a,l+=o,n=G(i),i=Lr(n)}}return di({width:u,height:d,x:c,y:l})}function sa(e,t){let n=Nr(e).scrollLeft;return t?t.left+n:oa(_r(e)).left+n}function ca(e,t){let n=e.getBoundingClientRect();return{x:n.left+t.scrollLeft-sa(e,n),y:n.top+t.scrollTop}}function la(e){let{elements:t,rect:n,offsetParent:r,strategy:i}=e,a=i===`fixed`,o=_r(r),s=t?Cr(t.floating):!1;if(r===o||s&&a)return n;let c={scrollLeft:0,scrollTop:0},l=Ur(1),u=Ur(0),d=yr(r);if((d||!a)&&((gr(r)!==`body`||xr(o))&&(c=Nr(r)),d)){let e=oa(r);l=na(r),u.x=e.x+r.clientLeft,u.y=e.y+r.clientTop}let f=o&&!d&&!a?ca(o,c):Ur(0);return{width:n.width*l.x,height:n.height*l.y,x:n.x*l.x-c.scrollLeft*l.x+u.x+f.x,y:n.y*l.y-c.scrollTop*l.y+u.y+f.y}}function ua(e){return e.getClientRects?Array.from(e.getClientRects()):[]}function da(e){let t=Nr(e),n=e.ownerDocument.body,r=Br(e.scrollWidth,e.clientWidth,n.scrollWidth,n.clientWidth),i=Br(e.scrollHeight,e.clientHeight,n.scrollHeight,n.clientHeight),a=-t.scrollLeft+sa(e),o=-t.scrollTop;return Mr(n).direction===`rtl`&&(a+=Br(e.clientWidth,n.clientWidth)-r),{width:r,height:i,x:a,y:o}}var fa=25;function pa(e,t,n){n===void 0&&(n=`viewport`);let r=n===`layoutViewport`,i=G(e),a=_r(e),o=i.visualViewport,s=a.clientWidth,c=a.clientHeight,l=0,u=0;if(o){let e=!Ar()||t===`fixed`;r?e||(l=-o.offsetLeft,u=-o.offsetTop):(s=o.width,c=o.height,e&&(l=o.offsetLeft,u=o.offsetTop))}if(sa(a)<=0){let e=a.ownerDocument,t=e.body,n=getComputedStyle(t),r=e.compatMode===`CSS1Compat`&&parseFloat(n.marginLeft)+parseFloat(n.marginRight)||0,i=Math.abs(a.clientWidth-t.clientWidth-r),o=getComputedStyle(a).scrollbarGutter===`stable both-edges`?i/2:i;o<=fa&&(s-=o)}return{width:s,height:c,x:l,y:u}}function ma(e,t){let n=oa(e,!0,t===`fixed`),r=n.top+e.clientTop,i=n.left+e.clientLeft,a=na(e);return{width:e.clientWidth*a.x,height:e.clientHeight*a.y,x:i*a.x,y:r*a.y}}function ha(e,t,n){let r;if(t===`viewport`||t===`layoutViewport`)r=pa(e,n,t);else if(t===`document`)r=da(_r(e));else if(K(t))r=ma(t,n);else{let n=ia(e);r={x:t.x-n.x,y:t.y-n.y,width:t.width,height:t.height}}return di(r)}function ga(e,t){let n=t.get(e);if(n)return n;let r=Ir(e,[],!1).filter(e=>K(e)&&gr(e)!==`body`),i=null,a=Mr(e).position===`fixed`,o=a?Pr(e):e;for(;K(o)&&!jr(o);){let e=Mr(o),t=Or(o),n=i?i.position:a?`fixed`:``;!t&&(n===`fixed`||n===`absolute`&&e.position===`static`)?r=r.filter(e=>e!==o):i=e,o=Pr(o)}return t.set(e,r),r}function _a(e){let{element:t,boundary:n,rootBoundary:r,strategy:i}=e,a=[...n===`clippingAncestors`?Cr(t)?[]:ga(t,this._c):[].concat(n),r],o=ha(t,a[0],i),s=o.top,c=o.right,l=o.bottom,u=o.left;for(let e=1;e<a.length;e++){let n=ha(t,a[e],i);s=Br(n.top,s),c=zr(n.right,c),l=zr(n.bottom,l),u=Br(n.left,u)}return{width:c-u,height:l-s,x:u,y:s}}function va(e){let{width:t,height:n}=ea(e);return{width:t,height:n}}function ya(e,t,n){let r=yr(t),i=_r(t),a=n===`fixed`,o=oa(e,!0,a,t),s={scrollLeft:0,scrollTop:0},c=Ur(0);if((r||!a)&&((gr(t)!==`body`||xr(i))&&(s=Nr(t)),r)){let e=oa(t,!0,a,t);c.x=e.x+t.clientLeft,c.y=e.y+t.clientTop}!r&&i&&(c.x=sa(i));let l=i&&!r&&!a?ca(i,s):Ur(0);return{x:o.left+s.scrollLeft-c.x-l.x,y:o.top+s.scrollTop-c.y-l.y,width:o.width,height:o.height}}function ba(e){return Mr(e).position===`static`}function xa(e,t){if(!yr(e)||Mr(e).position===`fixed`)return null;if(t)return t(e);let n=e.offsetParent;return _r(e)===n&&(n=n.ownerDocument.body),n}function Sa(e,t){let n=G(e);if(Cr(e))return n;if(!yr(e)){let t=Pr(e);for(;t&&!jr(t);){if(K(t)&&!ba(t))return t;t=Pr(t)}return n}let r=xa(e,t);for(;r&&Sr(r)&&ba(r);)r=xa(r,t);return r&&jr(r)&&ba(r)&&!Or(r)?n:r||kr(e)||n}var Ca=async function(e){let t=this.getOffsetParent||Sa,n=this.getDimensions,r=await n(e.floating);return{reference:ya(e.reference,await t(e.floating),e.strategy),floating:{x:0,y:0,width:r.width,height:r.height}}};function wa(e){return Mr(e).direction===`rtl`}var Ta={convertOffsetParentRelativeRectToViewportRelativeRect:la,getDocumentElement:_r,getClippingRect:_a,getOffsetParent:Sa,getElementRects:Ca,getClientRects:ua,getDimensions:va,getScale:na,isElement:K,isRTL:wa};function Ea(e,t){return e.x===t.x&&e.y===t.y&&e.width===t.width&&e.height===t.height}function Da(e,t,n){let r=null,i,a=_r(e);function o(){var e;clearTimeout(i),(e=r)==null||e.disconnect(),r=null}function s(n,c){n===void 0&&(n=!1),c===void 0&&(c=1),o();let l=e.getBoundingClientRect(),{left:u,top:d,width:f,height:p}=l;if(n||t(),!f||!p)return;let m=Hr(d),h=Hr(a.clientWidth-(u+f)),g=Hr(a.clientHeight-(d+p)),_=Hr(u),v={rootMargin:-m+`px `+-h+`px `+-g+`px `+-_+`px`,threshold:Br(0,zr(1,c))||1},y=!0;function b(t){let n=t[0].intersectionRatio;if(!Ea(l,e.getBoundingClientRect()))return s();if(n!==c){if(!y)return s();n?s(!1,n):i=setTimeout(()=>{s(!1,1e-7)},1e3)}y=!1}try{r=new IntersectionObserver(b,{...v,root:a.ownerDocument})}catch{r=new IntersectionObserver(b,v)}r.observe(e)}let c=G(e),l=()=>s(n);return c.addEventListener(`resize`,l),s(!0),()=>{c.removeEventListener(`resize`,l),o()}}function Oa(e,t,n,r){r===void 0&&(r={});let{ancestorScroll:i=!0,ancestorResize:a=!0,elementResize:o=typeof ResizeObserver==`function`,layoutShift:s=typeof IntersectionObserver==`function`,animationFrame:c=!1}=r,l=ta(e),u=i||a?[...l?Ir(l):[],...t?Ir(t):[]]:[];u.forEach(e=>{i&&e.addEventListener(`scroll`,n),a&&e.addEventListener(`resize`,n)});let d=l&&s?Da(l,n,a):null,f=-1,p=null;o&&(p=new ResizeObserver(e=>{let[r]=e;r&&r.target===l&&p&&t&&(p.unobserve(t),cancelAnimationFrame(f),f=requestAnimationFrame(()=>{var e;(e=p)==null||e.observe(t)})),n()}),l&&!c&&p.observe(l),t&&p.observe(t));let m,h=c?oa(e):null;c&&g();function g(){let t=oa(e);h&&!Ea(h,t)&&n(),h=t,m=requestAnimationFrame(g)}return n(),()=>{var e;u.forEach(e=>{i&&e.removeEventListener(`scroll`,n),a&&e.removeEventListener(`resize`,n)}),d?.(),(e=p)==null||e.disconnect(),p=null,c&&cancelAnimationFrame(m)}}var ka=Xi,Aa=Zi,ja=Vi,Ma=$i,Na=Wi,Pa=Bi,Fa=qi,Ia=Qi,La=(e,t,n)=>{let r=new Map,i=n??{},a={...Ta,...i.platform,_c:r};return zi(e,t,{...i,platform:a})},Ra=typeof document<`u`?m.useLayoutEffect:function(){};function za(e,t){if(e===t)return!0;if(typeof e!=typeof t)return!1;if(typeof e==`function`&&e.toString()===t.toString())return!0;let n,r,i;if(e&&t&&typeof e==`object`){if(Array.isArray(e)){if(n=e.length,n!==t.length)return!1;for(r=n;r--!==0;)if(!za(e[r],t[r]))return!1;return!0}if(i=Object.keys(e),n=i.length,n!==Object.keys(t).length)return!1;for(r=n;r--!==0;)if(!{}.hasOwnProperty.call(t,i[r]))return!1;for(r=n;r--!==0;){let n=i[r];if(!(n===`_owner`&&e.$$typeof)&&!za(e[n],t[n]))return!1}return!0}return e!==e&&t!==t}function Ba(e){return typeof window>`u`?1:(e.ownerDocument.defaultView||window).devicePixelRatio||1}function Va(e,t){let n=Ba(e);return Math.round(t*n)/n}function Ha(e){let t=m.useRef(e);return Ra(()=>{t.current=e}),t}function Ua(e){e===void 0&&(e={});let{placement:t=`bottom`,strategy:n=`absolute`,middleware:r=[],platform:i,elements:{reference:a,floating:o}={},transform:s=!0,whileElementsMounted:c,open:l}=e,[u,d]=m.useState({x:0,y:0,strategy:n,placement:t,middlewareData:{},isPositioned:!1}),[f,p]=m.useState(r);za(f,r)||p(r);let[h,g]=m.useState(null),[_,v]=m.useState(null),y=m.useCallback(e=>{e!==C.current&&(C.current=e,g(e))},[]),b=m.useCallback(e=>{e!==w.current&&(w.current=e,v(e))},[]),x=a||h,S=o||_,C=m.useRef(null),w=m.useRef(null),E=m.useRef(u),D=c!=null,O=Ha(c),k=Ha(i),A=Ha(l),j=m.useCallback(()=>{if(!C.current||!w.current)return;let e={placement:t,strategy:n,middleware:f};k.current&&(e.platform=k.current),La(C.current,w.current,e).then(e=>{let t={...e,isPositioned:A.current!==!1};M.current&&!za(E.current,t)&&(E.current=t,T.flushSync(()=>{d(t)}))})},[f,t,n,k,A]);Ra(()=>{l===!1&&E.current.isPositioned&&(E.current.isPositioned=!1,d(e=>({...e,isPositioned:!1})))},[l]);let M=m.useRef(!1);Ra(()=>(M.current=!0,()=>{M.current=!1}),[]),Ra(()=>{if(x&&(C.current=x),S&&(w.current=S),x&&S){if(O.current)return O.current(x,S,j);j()}},[x,S,j,O,D]);let N=m.useMemo(()=>({reference:C,floating:w,setReference:y,setFloating:b}),[y,b]),P=m.useMemo(()=>({reference:x,floating:S}),[x,S]),F=m.useMemo(()=>{let e={position:n,left:0,top:0};if(!P.floating)return e;let t=Va(P.floating,u.x),r=Va(P.floating,u.y);return s?{...e,transform:`translate(`+t+`px, `+r+`px)`,...Ba(P.floating)>=1.5&&{willChange:`transform`}}:{position:n,left:t,top:r}},[n,s,P.floating,u.x,u.y]);return m.useMemo(()=>({...u,update:j,refs:N,elements:P,floatingStyles:F}),[u,j,N,P,F])}var Wa=e=>{function t(e){return{}.hasOwnProperty.call(e,`current`)}return{name:`arrow`,options:e,fn(n){let{element:r,padding:i}=typeof e==`function`?e(n):e;return r&&t(r)?r.current==null?{}:Pa({element:r.current,padding:i}).fn(n):r?Pa({element:r,padding:i}).fn(n):{}}}},Ga=(e,t)=>{let n=ka(e);return{name:n.name,fn:n.fn,options:[e,t]}},Ka=(e,t)=>{let n=Aa(e);return{name:n.name,fn:n.fn,options:[e,t]}},qa=(e,t)=>({fn:Ia(e).fn,options:[e,t]}),Ja=(e,t)=>{let n=ja(e);return{name:n.name,fn:n.fn,options:[e,t]}},Ya=(e,t)=>{let n=Ma(e);return{name:n.name,fn:n.fn,options:[e,t]}},Xa=(e,t)=>{let n=Na(e);return{name:n.name,fn:n.fn,options:[e,t]}},Za=(e,t)=>{let n=Fa(e);return{name:n.name,fn:n.fn,options:[e,t]}},Qa=(e,t)=>{let n=Wa(e);return{name:n.name,fn:n.fn,options:[e,t]}};function $a(e){let t=m.useRef(void 0),n=m.useCallback(t=>{let n=e.map(e=>{if(e!=null){if(typeof e==`function`){let n=e,r=n(t);return typeof r==`function`?r:()=>{n(null)}}return e.current=t,()=>{e.current=null}}});return()=>{n.forEach(e=>e?.())}},e);return m.useMemo(()=>e.every(e=>e==null)?null:e=>{t.current&&=(t.current(),void 0),e!=null&&(t.current=n(e))},e)}var eo=`data-floating-ui-focusable`,to=`active`,no=`selected`,ro=`ArrowLeft`,io=`ArrowRight`,ao=`ArrowUp`,oo=`ArrowDown`,so=[ro,io],co=[ao,oo];[...so,...co];var lo={...m},uo=!1,fo=0,po=()=>`floating-ui-`+Math.random().toString(36).slice(2,6)+fo++;function mo(){let[e,t]=m.useState(()=>uo?po():void 0);return ji(()=>{e??t(po())},[]),m.useEffect(()=>{uo=!0},[]),e}var ho=lo.useId||mo;function go(){let e=new Map;return{emit(t,n){var r;(r=e.get(t))==null||r.forEach(e=>e(n))},on(t,n){e.has(t)||e.set(t,new Set),e.get(t).add(n)},off(t,n){var r;(r=e.get(t))==null||r.delete(n)}}}var _o=m.createContext(null),vo=m.createContext(null),yo=()=>m.useContext(_o)?.id||null,bo=()=>m.useContext(vo);function xo(e){return`data-floating-ui-`+e}function q(e){e.current!==-1&&(clearTimeout(e.current),e.current=-1)}var So=xo(`safe-polygon`);function Co(e,t,n){if(n&&!Ai(n))return 0;if(typeof e==`number`)return e;if(typeof e==`function`){let n=e();return typeof n==`number`?n:n?.[t]}return e?.[t]}function wo(e){return typeof e==`function`?e():e}function To(e,t){t===void 0&&(t={});let{open:n,onOpenChange:r,dataRef:i,events:a,elements:o}=e,{enabled:s=!0,delay:c=0,handleClose:l=null,mouseOnly:u=!1,restMs:d=0,move:f=!0}=t,p=bo(),h=yo(),g=Ni(l),_=Ni(c),v=Ni(n),y=Ni(d),b=m.useRef(),x=m.useRef(-1),S=m.useRef(),C=m.useRef(-1),w=m.useRef(!0),T=m.useRef(!1),E=m.useRef(()=>{}),D=m.useRef(!1),O=Fi(()=>{let e=i.current.openEvent?.type;return e?.includes(`mouse`)&&e!==`mousedown`});m.useEffect(()=>{if(!s)return;function e(e){let{open:t}=e;t||(q(x),q(C),w.current=!0,D.current=!1)}return a.on(`openchange`,e),()=>{a.off(`openchange`,e)}},[s,a]),m.useEffect(()=>{if(!s||!g.current||!n)return;function e(e){O()&&r(!1,e,`hover`)}let t=wi(o.floating).documentElement;return t.addEventListener(`mouseleave`,e),()=>{t.removeEventListener(`mouseleave`,e)}},[o.floating,n,r,s,g,O]);let k=m.useCallback(function(e,t,n){t===void 0&&(t=!0),n===void 0&&(n=`hover`);let i=Co(_.current,`close`,b.current);i&&!S.current?(q(x),x.current=window.setTimeout(()=>r(!1,e,n),i)):t&&(q(x),r(!1,e,n))},[_,r]),A=Fi(()=>{E.current(),S.current=void 0}),j=Fi(()=>{if(T.current){let e=wi(o.floating).body;e.style.pointerEvents=``,e.removeAttribute(So),T.current=!1}}),M=Fi(()=>i.current.openEvent?[`click`,`mousedown`].includes(i.current.openEvent.type):!1);m.useEffect(()=>{if(!s)return;function e(e){if(q(x),w.current=!1,u&&!Ai(b.current)||wo(y.current)>0&&!Co(_.current,`open`))return;let t=Co(_.current,`open`,b.current);t?x.current=window.setTimeout(()=>{v.current||r(!0,e,`hover`)},t):n||r(!0,e,`hover`)}function t(e){if(M()){j();return}E.current();let t=wi(o.floating);if(q(C),D.current=!1,g.current&&i.current.floatingContext){n||q(x),S.current=g.current({...i.current.floatingContext,tree:p,x:e.clientX,y:e.clientY,onClose(){j(),A(),M()||k(e,!0,`safe-polygon`)}});let r=S.current;t.addEventListener(`mousemove`,r),E.current=()=>{t.removeEventListener(`mousemove`,r)}}else b.current===`touch`&&bi(o.floating,e.relatedTarget)||k(e)}function a(e){M()||i.current.floatingContext&&(g.current==null||g.current({...i.current.floatingContext,tree:p,x:e.clientX,y:e.clientY,onClose(){j(),A(),M()||k(e)}})(e))}function c(){q(x)}function l(e){M()||k(e,!1)}if(K(o.domReference)){let r=o.domReference,i=o.floating;return n&&r.addEventListener(`mouseleave`,a),f&&r.addEventListener(`mousemove`,e,{once:!0}),r.addEventListener(`mouseenter`,e),r.addEventListener(`mouseleave`,t),i&&(i.addEventListener(`mouseleave`,a),i.addEventListener(`mouseenter`,c),i.addEventListener(`mouseleave`,l)),()=>{n&&r.removeEventListener(`mouseleave`,a),f&&r.removeEventListener(`mousemove`,e),r.removeEventListener(`mouseenter`,e),r.removeEventListener(`mouseleave`,t),i&&(i.removeEventListener(`mouseleave`,a),i.removeEventListener(`mouseenter`,c),i.removeEventListener(`mouseleave`,l))}}},[o,s,e,u,f,k,A,j,r,n,v,p,_,g,i,M,y]),ji(()=>{var e;if(s&&n&&(e=g.current)!=null&&(e=e.__options)!=null&&e.blockPointerEvents&&O()){T.current=!0;let e=o.floating;if(K(o.domReference)&&e){var t;let n=wi(o.floating).body;n.setAttribute(So,``);let r=o.domReference,i=p==null||(t=p.nodesRef.current.find(e=>e.id===h))==null||(t=t.context)==null?void 0:t.elements.floating;return i&&(i.style.pointerEvents=``),n.style.pointerEvents=`none`,r.style.pointerEvents=`auto`,e.style.pointerEvents=`auto`,()=>{n.style.pointerEvents=``,r.style.pointerEvents=``,e.style.pointerEvents=``}}}},[s,n,h,o,p,g,O]),ji(()=>{n||(b.current=void 0,D.current=!1,A(),j())},[n,A,j]),m.useEffect(()=>()=>{A(),q(x),q(C),j()},[s,o.domReference,A,j]);let N=m.useMemo(()=>{function e(e){b.current=e.pointerType}return{onPointerDown:e,onPointerEnter:e,onMouseMove(e){let{nativeEvent:t}=e;function i(){!w.current&&!v.current&&r(!0,t,`hover`)}u&&!Ai(b.current)||n||wo(y.current)===0||D.current&&e.movementX**2+e.movementY**2<2||(q(C),b.current===`touch`?i():(D.current=!0,C.current=window.setTimeout(i,wo(y.current))))}}},[u,r,n,v,y]);return m.useMemo(()=>s?{reference:N}:{},[s,N])}var Eo=()=>{},Do=m.createContext({delay:0,initialDelay:0,timeoutMs:0,currentId:null,setCurrentId:Eo,setState:Eo,isInstantPhase:!1}),Oo=()=>m.useContext(Do);function ko(e){let{children:t,delay:n,timeoutMs:r=0}=e,[i,a]=m.useReducer((e,t)=>({...e,...t}),{delay:n,timeoutMs:r,initialDelay:n,currentId:null,isInstantPhase:!1}),o=m.useRef(null),s=m.useCallback(e=>{a({currentId:e})},[]);return ji(()=>{i.currentId?o.current===null?o.current=i.currentId:i.isInstantPhase||a({isInstantPhase:!0}):(i.isInstantPhase&&a({isInstantPhase:!1}),o.current=null)},[i.currentId,i.isInstantPhase]),(0,B.jsx)(Do.Provider,{value:m.useMemo(()=>({...i,setState:a,setCurrentId:s}),[i,s]),children:t})}function Ao(e,t){t===void 0&&(t={});let{open:n,onOpenChange:r,floatingId:i}=e,{id:a,enabled:o=!0}=t,s=a??i,c=Oo(),{currentId:l,setCurrentId:u,initialDelay:d,setState:f,timeoutMs:p}=c;return ji(()=>{o&&l&&(f({delay:{open:1,close:Co(d,`close`)}}),l!==s&&r(!1))},[o,s,r,f,l,d]),ji(()=>{function e(){r(!1),f({delay:d,currentId:null})}if(o&&l&&!n&&l===s){if(p){let t=window.setTimeout(e,p);return()=>{clearTimeout(t)}}e()}},[o,n,f,l,s,r,d,p]),ji(()=>{o&&u!==Eo&&n&&u(s)},[o,n,u,s]),c}function jo(e,t){if(!e||!t)return!1;let n=t.getRootNode==null?void 0:t.getRootNode();if(e.contains(t))return!0;if(n&&br(n)){let n=t;for(;n;){if(e===n)return!0;n=n.parentNode||n.host}}return!1}function Mo(e){return`composedPath`in e?e.composedPath()[0]:e.target}var No={pointerdown:`onPointerDown`,mousedown:`onMouseDown`,click:`onClick`},Po={pointerdown:`onPointerDownCapture`,mousedown:`onMouseDownCapture`,click:`onClickCapture`},Fo=e=>({escapeKey:typeof e==`boolean`?e:e?.escapeKey??!1,outsidePress:typeof e==`boolean`?e:e?.outsidePress??!0});function Io(e,t){t===void 0&&(t={});let{open:n,onOpenChange:r,elements:i,dataRef:a}=e,{enabled:o=!0,escapeKey:s=!0,outsidePress:c=!0,outsidePressEvent:l=`pointerdown`,referencePress:u=!1,referencePressEvent:d=`pointerdown`,ancestorScroll:f=!1,bubbles:p,capture:h}=t,g=bo(),_=Fi(typeof c==`function`?c:()=>!1),v=typeof c==`function`?_:c,y=m.useRef(!1),{escapeKey:b,outsidePress:x}=Fo(p),{escapeKey:S,outsidePress:C}=Fo(h),w=m.useRef(!1),T=Fi(e=>{if(!n||!o||!s||e.key!==`Escape`||w.current)return;let t=a.current.floatingContext?.nodeId,i=g?Oi(g.nodesRef.current,t):[];if(!b&&(e.stopPropagation(),i.length>0)){let e=!0;if(i.forEach(t=>{var n;(n=t.context)!=null&&n.open&&!t.context.dataRef.current.__escapeKeyBubbles&&(e=!1)}),!e)return}r(!1,ki(e)?e.nativeEvent:e,`escape-key`)}),E=Fi(e=>{var t;let n=()=>{var t;T(e),(t=xi(e))==null||t.removeEventListener(`keydown`,n)};(t=xi(e))==null||t.addEventListener(`keydown`,n)}),D=Fi(e=>{let t=a.current.insideReactTree;a.current.insideReactTree=!1;let n=y.current;if(y.current=!1,l===`click`&&n||t||typeof v==`function`&&!v(e))return;let o=xi(e),s=`[`+xo(`inert`)+`]`,c=wi(i.floating).querySelectorAll(s),u=K(o)?o:null;for(;u&&!jr(u);){let e=Pr(u);if(jr(e)||!K(e))break;u=e}if(c.length&&K(o)&&!Ci(o)&&!bi(o,i.floating)&&Array.from(c).every(e=>!bi(u,e)))return;if(yr(o)&&A){let t=jr(o),n=Mr(o),r=/auto|scroll/,i=t||r.test(n.overflowX),a=t||r.test(n.overflowY),s=i&&o.clientWidth>0&&o.scrollWidth>o.clientWidth,c=a&&o.clientHeight>0&&o.scrollHeight>o.clientHeight,l=n.direction===`rtl`,u=c&&(l?e.offsetX<=o.offsetWidth-o.clientWidth:e.offsetX>o.clientWidth),d=s&&e.offsetY>o.clientHeight;if(u||d)return}let d=a.current.floatingContext?.nodeId,f=g&&Oi(g.nodesRef.current,d).some(t=>Si(e,t.context?.elements.floating));if(Si(e,i.floating)||Si(e,i.domReference)||f)return;let p=g?Oi(g.nodesRef.current,d):[];if(p.length>0){let e=!0;if(p.forEach(t=>{var n;(n=t.context)!=null&&n.open&&!t.context.dataRef.current.__outsidePressBubbles&&(e=!1)}),!e)return}r(!1,e,`outside-press`)}),O=Fi(e=>{var t;let n=()=>{var t;D(e),(t=xi(e))==null||t.removeEventListener(l,n)};(t=xi(e))==null||t.addEventListener(l,n)});m.useEffect(()=>{if(!n||!o)return;a.current.__escapeKeyBubbles=b,a.current.__outsidePressBubbles=x;let e=-1;function t(e){r(!1,e,`ancestor-scroll`)}function c(){window.clearTimeout(e),w.current=!0}function u(){e=window.setTimeout(()=>{w.current=!1},Ar()?5:0)}let d=wi(i.floating);s&&(d.addEventListener(`keydown`,S?E:T,S),d.addEventListener(`compositionstart`,c),d.addEventListener(`compositionend`,u)),v&&d.addEventListener(l,C?O:D,C);let p=[];return f&&(K(i.domReference)&&(p=Ir(i.domReference)),K(i.floating)&&(p=p.concat(Ir(i.floating))),!K(i.reference)&&i.reference&&i.reference.contextElement&&(p=p.concat(Ir(i.reference.contextElement)))),p=p.filter(e=>e!==d.defaultView?.visualViewport),p.forEach(e=>{e.addEventListener(`scroll`,t)}),()=>{s&&(d.removeEventListener(`keydown`,S?E:T,S),d.removeEventListener(`compositionstart`,c),d.removeEventListener(`compositionend`,u)),v&&d.removeEventListener(l,C?O:D,C),p.forEach(e=>{e.removeEventListener(`scroll`,t)}),window.clearTimeout(e)}},[a,i,s,v,l,n,r,f,o,b,x,T,S,E,D,C,O]),m.useEffect(()=>{a.current.insideReactTree=!1},[a,v,l]);let k=m.useMemo(()=>({onKeyDown:T,...u&&{[No[d]]:e=>{r(!1,e.nativeEvent,`reference-press`)},...d!==`click`&&{onClick(e){r(!1,e.nativeEvent,`reference-press`)}}}}),[T,r,u,d]),A=m.useMemo(()=>{function e(e){e.button===0&&(y.current=!0)}return{onKeyDown:T,onMouseDown:e,onMouseUp:e,[Po[l]]:()=>{a.current.insideReactTree=!0}}},[T,l,a]);return m.useMemo(()=>o?{reference:k,floating:A}:{},[o,k,A])}function Lo(e){let{open:t=!1,onOpenChange:n,elements:r}=e,i=ho(),a=m.useRef({}),[o]=m.useState(()=>go()),s=yo()!=null,[c,l]=m.useState(r.reference),u=Fi((e,t,r)=>{a.current.openEvent=e?t:void 0,o.emit(`openchange`,{open:e,event:t,reason:r,nested:s}),n?.(e,t,r)}),d=m.useMemo(()=>({setPositionReference:l}),[]),f=m.useMemo(()=>({reference:c||r.reference||null,floating:r.floating||null,domReference:r.reference}),[c,r.reference,r.floating]);return m.useMemo(()=>({dataRef:a,open:t,onOpenChange:u,elements:f,events:o,floatingId:i,refs:d}),[t,u,f,o,i,d])}function Ro(e){let{elements:t,...n}=e===void 0?{}:e,{nodeId:r}=n,i=Lo({...n,elements:{reference:t?.reference??null,floating:t?.floating??null}}),a=n.rootContext||i,o=a.elements,[s,c]=m.useState(null),[l,u]=m.useState(null),d=o?.domReference||s,f=m.useRef(null),p=bo();ji(()=>{d&&(f.current=d)},[d]);let h=Ua({...n,elements:{...o,...l&&{reference:l}}}),g=m.useCallback(e=>{let t=K(e)?{getBoundingClientRect:()=>e.getBoundingClientRect(),getClientRects:()=>e.getClientRects(),contextElement:e}:e;u(t),h.refs.setReference(t)},[h.refs]),_=m.useCallback(e=>{(K(e)||e===null)&&(f.current=e,c(e)),(K(h.refs.reference.current)||h.refs.reference.current===null||e!==null&&!K(e))&&h.refs.setReference(e)},[h.refs]),v=m.useMemo(()=>({...h.refs,setReference:_,setPositionReference:g,domReference:f}),[h.refs,_,g]),y=m.useMemo(()=>({...h.elements,domReference:d}),[h.elements,d]),b=m.useMemo(()=>({...h,...a,refs:v,elements:y,nodeId:r}),[h,v,y,r,a]);return ji(()=>{a.dataRef.current.floatingContext=b;let e=p?.nodesRef.current.find(e=>e.id===r);e&&(e.context=b)}),m.useMemo(()=>({...h,context:b,refs:v,elements:y}),[h,v,y,b])}function zo(){return hi()&&mi()}function Bo(e,t){t===void 0&&(t={});let{open:n,onOpenChange:r,events:i,dataRef:a,elements:o}=e,{enabled:s=!0,visibleOnly:c=!0}=t,l=m.useRef(!1),u=m.useRef(-1),d=m.useRef(!0);m.useEffect(()=>{if(!s)return;let e=G(o.domReference);function t(){!n&&yr(o.domReference)&&o.domReference===yi(wi(o.domReference))&&(l.current=!0)}function r(){d.current=!0}function i(){d.current=!1}return e.addEventListener(`blur`,t),zo()&&(e.addEventListener(`keydown`,r,!0),e.addEventListener(`pointerdown`,i,!0)),()=>{e.removeEventListener(`blur`,t),zo()&&(e.removeEventListener(`keydown`,r,!0),e.removeEventListener(`pointerdown`,i,!0))}},[o.domReference,n,s]),m.useEffect(()=>{if(!s)return;function e(e){let{reason:t}=e;(t===`reference-press`||t===`escape-key`)&&(l.current=!0)}return i.on(`openchange`,e),()=>{i.off(`openchange`,e)}},[i,s]),m.useEffect(()=>()=>{q(u)},[]);let f=m.useMemo(()=>({onMouseLeave(){l.current=!1},onFocus(e){if(l.current)return;let t=xi(e.nativeEvent);if(c&&K(t)){if(zo()&&!e.relatedTarget){if(!d.current&&!Ti(t))return}else if(!Ei(t))return}r(!0,e.nativeEvent,`focus`)},onBlur(e){l.current=!1;let t=e.relatedTarget,n=e.nativeEvent,i=K(t)&&t.hasAttribute(xo(`focus-guard`))&&t.getAttribute(`data-type`)===`outside`;u.current=window.setTimeout(()=>{let e=yi(o.domReference?o.domReference.ownerDocument:document);!t&&e===o.domReference||bi(a.current.floatingContext?.refs.floating.current,e)||bi(o.domReference,e)||i||r(!1,n,`focus`)})}}),[a,o.domReference,r,c]);return m.useMemo(()=>s?{reference:f}:{},[s,f])}function Vo(e,t,n){let r=new Map,i=n===`item`,a=e;if(i&&e){let{[to]:t,[no]:n,...r}=e;a=r}return{...n===`floating`&&{tabIndex:-1,[eo]:``},...a,...t.map(t=>{let r=t?t[n]:null;return typeof r==`function`?e?r(e):null:r}).concat(e).reduce((e,t)=>(t&&Object.entries(t).forEach(t=>{let[n,a]=t;if(!(i&&[to,no].includes(n))){if(n.indexOf(`on`)===0){if(r.has(n)||r.set(n,[]),typeof a==`function`){var o;(o=r.get(n))==null||o.push(a),e[n]=function(){var e=[...arguments];return r.get(n)?.map(t=>t(...e)).find(e=>e!==void 0)}}}else e[n]=a}}),e),{})}}function Ho(e){e===void 0&&(e=[]);let t=e.map(e=>e?.reference),n=e.map(e=>e?.floating),r=e.map(e=>e?.item),i=m.useCallback(t=>Vo(t,e,`reference`),t),a=m.useCallback(t=>Vo(t,e,`floating`),n),o=m.useCallback(t=>Vo(t,e,`item`),r);return m.useMemo(()=>({getReferenceProps:i,getFloatingProps:a,getItemProps:o}),[i,a,o])}var Uo=new Map([[`select`,`listbox`],[`combobox`,`listbox`],[`label`,!1]]);function Wo(e,t){t===void 0&&(t={});let{open:n,elements:r,floatingId:i}=e,{enabled:a=!0,role:o=`dialog`}=t,s=ho(),c=r.domReference?.id||s,l=m.useMemo(()=>Di(r.floating)?.id||i,[r.floating,i]),u=Uo.get(o)??o,d=yo()!=null,f=m.useMemo(()=>u===`tooltip`||o===`label`?{[`aria-`+(o===`label`?`labelledby`:`describedby`)]:n?l:void 0}:{"aria-expanded":n?`true`:`false`,"aria-haspopup":u===`alertdialog`?`dialog`:u,"aria-controls":n?l:void 0,...u===`listbox`&&{role:`combobox`},...u===`menu`&&{id:c},...u===`menu`&&d&&{role:`menuitem`},...o===`select`&&{"aria-autocomplete":`none`},...o===`combobox`&&{"aria-autocomplete":`list`}},[u,l,d,n,c,o]),p=m.useMemo(()=>{let e={id:l,...u&&{role:u}};return u===`tooltip`||o===`label`?e:{...e,...u===`menu`&&{"aria-labelledby":c}}},[u,l,c,o]),h=m.useCallback(e=>{let{active:t,selected:n}=e,r={role:`option`,...t&&{id:l+`-fui-option`}};switch(o){case`select`:case`combobox`:return{...r,"aria-selected":n}}return{}},[l,o]);return m.useMemo(()=>a?{reference:f,floating:p,item:h}:{},[a,f,p,h])}function Go(e,t,n){return n===void 0&&(n=!0),e.filter(e=>e.parentId===t&&(!n||e.context?.open)).flatMap(t=>[t,...Go(e,t.id,n)])}function Ko(e,t){let[n,r]=e,i=!1,a=t.length;for(let e=0,o=a-1;e<a;o=e++){let[a,s]=t[e]||[0,0],[c,l]=t[o]||[0,0];s>=r!=l>=r&&n<=(c-a)*(r-s)/(l-s)+a&&(i=!i)}return i}function qo(e,t){return e[0]>=t.x&&e[0]<=t.x+t.width&&e[1]>=t.y&&e[1]<=t.y+t.height}function Jo(e){e===void 0&&(e={});let{buffer:t=.5,blockPointerEvents:n=!1,requireIntent:r=!0}=e,i={current:-1},a=!1,o=null,s=null,c=typeof performance<`u`?performance.now():0;function l(e,t){let n=performance.now(),r=n-c;if(o===null||s===null||r===0)return o=e,s=t,c=n,null;let i=e-o,a=t-s,l=Math.sqrt(i*i+a*a)/r;return o=e,s=t,c=n,l}let u=e=>{let{x:n,y:o,placement:s,elements:c,onClose:u,nodeId:d,tree:f}=e;return function(e){function p(){q(i),u()}if(q(i),!c.domReference||!c.floating||s==null||n==null||o==null)return;let{clientX:m,clientY:h}=e,g=[m,h],_=Mo(e),v=e.type===`mouseleave`,y=jo(c.floating,_),b=jo(c.domReference,_),x=c.domReference.getBoundingClientRect(),S=c.floating.getBoundingClientRect(),C=s.split(`-`)[0],w=n>S.right-S.width/2,T=o>S.bottom-S.height/2,E=qo(g,x),D=S.width>x.width,O=S.height>x.height,k=(D?x:S).left,A=(D?x:S).right,j=(O?x:S).top,M=(O?x:S).bottom;if(y&&(a=!0,!v))return;if(b&&(a=!1),b&&!v){a=!0;return}if(v&&K(e.relatedTarget)&&jo(c.floating,e.relatedTarget)||f&&Go(f.nodesRef.current,d).length)return;if(C===`top`&&o>=x.bottom-1||C===`bottom`&&o<=x.top+1||C===`left`&&n>=x.right-1||C===`right`&&n<=x.left+1)return p();let N=[];switch(C){case`top`:N=[[k,x.top+1],[k,S.bottom-1],[A,S.bottom-1],[A,x.top+1]];break;case`bottom`:N=[[k,S.top+1],[k,x.bottom-1],[A,x.bottom-1],[A,S.top+1]];break;case`left`:N=[[S.right-1,M],[S.right-1,j],[x.left+1,j],[x.left+1,M]];break;case`right`:N=[[x.right-1,M],[x.right-1,j],[S.left+1,j],[S.left+1,M]]}function P(e){let[n,r]=e;switch(C){case`top`:return[[D?n+t/2:w?n+t*4:n-t*4,r+t+1],[D?n-t/2:w?n+t*4:n-t*4,r+t+1],[S.left,w||D?S.bottom-t:S.top],[S.right,w?D?S.bottom-t:S.top:S.bottom-t]];case`bottom`:return[[D?n+t/2:w?n+t*4:n-t*4,r-t],[D?n-t/2:w?n+t*4:n-t*4,r-t],[S.left,w||D?S.top+t:S.bottom],[S.right,w?D?S.top+t:S.bottom:S.top+t]];case`left`:{let e=[n+t+1,O?r+t/2:T?r+t*4:r-t*4],i=[n+t+1,O?r-t/2:T?r+t*4:r-t*4];return[[T||O?S.right-t:S.left,S.top],[T?O?S.right-t:S.left:S.right-t,S.bottom],e,i]}case`right`:return[[n-t,O?r+t/2:T?r+t*4:r-t*4],[n-t,O?r-t/2:T?r+t*4:r-t*4],[T||O?S.left+t:S.right,S.top],[T?O?S.left+t:S.right:S.left+t,S.bottom]]}}if(!Ko([m,h],N)){if(a&&!E)return p();if(!v&&r){let t=l(e.clientX,e.clientY);if(t!==null&&t<.1)return p()}Ko([m,h],P([n,o]))?!a&&r&&(i.current=window.setTimeout(p,40)):p()}}};return u.__options={blockPointerEvents:n},u}var Yo={scrollHideDelay:1e3,type:`hover`,scrollbars:`xy`},Xo=R((e,{scrollbarSize:t,overscrollBehavior:n,scrollbars:r})=>{let i=n;return n&&r&&(r===`x`?i=`${n} auto`:r===`y`&&(i=`auto ${n}`)),{root:{"--scrollarea-scrollbar-size":x(t),"--scrollarea-over-scroll-behavior":i,"--scrollarea-offset-size":void 0}}}),Zo=U(e=>{let t=V(`ScrollArea`,Yo,e),{classNames:n,className:r,style:i,styles:a,unstyled:o,scrollbarSize:s,vars:c,type:l,scrollHideDelay:u,viewportProps:d,viewportRef:f,onScrollPositionChange:p,children:h,offsetScrollbars:g,scrollbars:_,onBottomReached:v,onTopReached:y,onLeftReached:b,onRightReached:x,overscrollBehavior:S,startScrollPosition:C,verticalScrollbarPosition:w,attributes:T,...E}=t,[D,O]=(0,m.useState)(!1),[k,A]=(0,m.useState)(!1),[j,M]=(0,m.useState)(!1),N=(0,m.useRef)(!0),P=(0,m.useRef)(!1),F=(0,m.useRef)(!0),ee=(0,m.useRef)(!1),I=H({name:`ScrollArea`,props:t,classes:mr,className:r,style:i,classNames:n,styles:a,unstyled:o,attributes:T,vars:c,varsResolver:Xo}),L=(0,m.useRef)(null),[te,ne]=(0,m.useState)(null),ie=$a([f,L,(0,m.useCallback)(e=>{ne(t=>t===e?t:e)},[])]);return Bn(g===`present`?te:null,()=>{let e=L.current;e&&(A(e.scrollHeight>e.clientHeight),M(e.scrollWidth>e.clientWidth))}),re(()=>{C&&L.current&&L.current.scrollTo({left:C.x??0,top:C.y??0})},[]),(0,B.jsxs)(Wn,{getStyles:I,type:l===`never`?`always`:l,scrollHideDelay:u,scrollbars:_,...I(`root`),...E,children:[(0,B.jsx)(pr,{...d,...I(`viewport`,{style:d?.style}),ref:ie,"data-offset-scrollbars":g===!0?`xy`:g||void 0,"data-scrollbars":_||void 0,"data-vertical-scrollbar-position":w||void 0,"data-horizontal-hidden":g===`present`&&!j?`true`:void 0,"data-vertical-hidden":g===`present`&&!k?`true`:void 0,onScroll:e=>{d?.onScroll?.(e),p?.({x:e.currentTarget.scrollLeft,y:e.currentTarget.scrollTop});let{scrollTop:t,scrollHeight:n,clientHeight:r,scrollLeft:i,scrollWidth:a,clientWidth:o}=e.currentTarget,s=t-(n-r)>=-1,c=t===0;s&&!P.current&&v?.(),c&&!N.current&&y?.(),P.current=s,N.current=c;let l=i-(a-o)>=-1,u=i===0;l&&!ee.current&&x?.(),u&&!F.current&&b?.(),ee.current=l,F.current=u},children:h}),(_===`xy`||_===`x`)&&(0,B.jsx)(lr,{...I(`scrollbar`),orientation:`horizontal`,"data-vertical-scrollbar-position":w||void 0,"data-hidden":l===`never`||g===`present`&&!j||void 0,forceMount:!0,onMouseEnter:()=>O(!0),onMouseLeave:()=>O(!1),children:(0,B.jsx)(fr,{...I(`thumb`)})}),(_===`xy`||_===`y`)&&(0,B.jsx)(lr,{...I(`scrollbar`),orientation:`vertical`,"data-vertical-scrollbar-position":w||void 0,"data-hidden":l===`never`||g===`present`&&!k||void 0,forceMount:!0,onMouseEnter:()=>O(!0),onMouseLeave:()=>O(!1),children:(0,B.jsx)(fr,{...I(`thumb`)})}),(0,B.jsx)(Hn,{...I(`corner`),"data-vertical-scrollbar-position":w||void 0,"data-hovered":D||void 0,"data-hidden":l===`never`||void 0})]})});Zo.displayName=`@mantine/core/ScrollArea`;var Qo=U(e=>{let{children:t,classNames:n,styles:r,scrollbarSize:i,scrollHideDelay:a,type:o,dir:s,offsetScrollbars:c,overscrollBehavior:l,viewportRef:u,onScrollPositionChange:d,unstyled:f,variant:p,viewportProps:h,scrollbars:g,style:_,vars:v,onBottomReached:y,onTopReached:b,startScrollPosition:x,verticalScrollbarPosition:S,onOverflowChange:C,...w}=V(`ScrollAreaAutosize`,Yo,e),T=(0,m.useRef)(null),[E,D]=(0,m.useState)(null),O=$a([u,T,(0,m.useCallback)(e=>{D(t=>t===e?t:e)},[])]),k=(0,m.useRef)(!1),A=(0,m.useRef)(!1),j=(0,m.useEffectEvent)(()=>{let e=T.current;if(!e||!C)return;let t=e.scrollHeight>e.clientHeight;t!==k.current&&(A.current?C(t):(A.current=!0,t&&C(!0)),k.current=t)});return Bn(C?E:null,j),(0,B.jsx)(W,{...w,variant:p,style:[{display:`flex`,overflow:`hidden`},_],children:(0,B.jsx)(W,{style:{display:`flex`,flexDirection:`column`,flex:1,overflow:`hidden`,...g===`y`&&{minWidth:0},...g===`x`&&{minHeight:0},...g===`xy`&&{minWidth:0,minHeight:0},...g===!1&&{minWidth:0,minHeight:0}},children:(0,B.jsx)(Zo,{classNames:n,styles:r,scrollHideDelay:a,scrollbarSize:i,type:o,dir:s,offsetScrollbars:c,overscrollBehavior:l,viewportRef:O,onScrollPositionChange:d,unstyled:f,variant:p,viewportProps:h,vars:v,scrollbars:g,onBottomReached:y,onTopReached:b,startScrollPosition:x,verticalScrollbarPosition:S,"data-autosize":`true`,children:t})})})});Zo.classes=mr,Zo.varsResolver=Xo,Qo.displayName=`@mantine/core/ScrollAreaAutosize`,Qo.classes=mr,Zo.Autosize=Qo;var $o={root:`m_87cf2631`},es={__staticSelector:`UnstyledButton`},ts=kn(e=>{let t=V(`UnstyledButton`,es,e),{className:n,component:r=`button`,__staticSelector:i,unstyled:a,classNames:o,styles:s,style:c,attributes:l,...u}=t,d=H({name:i,props:t,classes:$o,className:n,style:c,classNames:o,styles:s,unstyled:a,attributes:l});return(0,B.jsx)(W,{...d(`root`,{focusable:!0}),component:r,type:r===`button`?`button`:void 0,...u})});ts.classes=$o,ts.displayName=`@mantine/core/UnstyledButton`;var ns={root:`m_515a97f8`},rs=U(e=>{let t=V(`VisuallyHidden`,null,e),{classNames:n,className:r,style:i,styles:a,unstyled:o,vars:s,attributes:c,...l}=t,u=H({name:`VisuallyHidden`,classes:ns,props:t,className:r,style:i,classNames:n,styles:a,unstyled:o,attributes:c});return(0,B.jsx)(W,{component:`span`,...u(`root`),...l})});rs.classes=ns,rs.displayName=`@mantine/core/VisuallyHidden`;var is={root:`m_1b7284a3`},as=R((e,{radius:t,shadow:n})=>({root:{"--paper-radius":t===void 0?void 0:M(t),"--paper-shadow":F(n)}})),os=kn(e=>{let t=V(`Paper`,null,e),{classNames:n,className:r,style:i,styles:a,unstyled:o,withBorder:s,vars:c,radius:l,shadow:u,variant:d,mod:f,attributes:p,...m}=t,h=H({name:`Paper`,props:t,classes:is,className:r,style:i,classNames:n,styles:a,unstyled:o,attributes:p,vars:c,varsResolver:as});return(0,B.jsx)(W,{mod:[{withBorder:s},f],...h(`root`),variant:d,...m})});os.classes=is,os.varsResolver=as,os.displayName=`@mantine/core/Paper`;var ss={root:`m_9814e45f`},cs={zIndex:k(`modal`)},ls=R((e,{gradient:t,color:n,backgroundOpacity:r,blur:i,radius:a,zIndex:o})=>({root:{"--overlay-bg":t||(n!==void 0||r!==void 0)&&it(n||`#000`,r??.6)||void 0,"--overlay-filter":i?`blur(${x(i)})`:void 0,"--overlay-radius":a===void 0?void 0:M(a),"--overlay-z-index":o?.toString()}})),us=kn(e=>{let t=V(`Overlay`,cs,e),{classNames:n,className:r,style:i,styles:a,unstyled:o,vars:s,fixed:c,center:l,children:u,radius:d,zIndex:f,gradient:p,blur:m,color:h,backgroundOpacity:g,mod:_,attributes:v,...y}=t,b=H({name:`Overlay`,props:t,classes:ss,className:r,style:i,classNames:n,styles:a,unstyled:o,attributes:v,vars:s,varsResolver:ls});return(0,B.jsx)(W,{...b(`root`),mod:[{center:l,fixed:c},_],...y,children:u})});us.classes=ss,us.varsResolver=ls,us.displayName=`@mantine/core/Overlay`;function ds(e){let t=document.createElement(`div`);return t.setAttribute(`data-portal`,`true`),typeof e.className==`string`&&t.classList.add(...e.className.split(` `).filter(Boolean)),typeof e.style==`object`&&Object.assign(t.style,e.style),typeof e.id==`string`&&t.setAttribute(`id`,e.id),t}var fs=null;function ps({target:e,reuseTargetNode:t,...n}){if(e)return typeof e==`string`?document.querySelector(e)||ds(n):e;if(t){if(fs){if(document.body.contains(fs))return fs;fs=null}let e=document.querySelector(`[data-mantine-shared-portal-node]`);if(e)return fs=e,e;let t=ds(n);return t.setAttribute(`data-mantine-shared-portal-node`,`true`),document.body.appendChild(t),fs=t,t}return ds(n)}var ms={reuseTargetNode:!0},hs=U(e=>{let{children:t,target:n,reuseTargetNode:r,ref:i,...a}=V(`Portal`,ms,e),[o,s]=(0,m.useState)(!1),c=(0,m.useRef)(null);return re(()=>(s(!0),c.current=ps({target:n,reuseTargetNode:r,...a}),Me(i,c.current),!n&&!r&&c.current&&document.body.appendChild(c.current),()=>{!n&&!r&&c.current&&document.body.removeChild(c.current)}),[n]),!o||!c.current?null:(0,T.createPortal)((0,B.jsx)(B.Fragment,{children:t}),c.current)});hs.displayName=`@mantine/core/Portal`;var gs=U(({withinPortal:e=!0,children:t,...n})=>gt()===`test`||!e?(0,B.jsx)(B.Fragment,{children:t}):(0,B.jsx)(hs,{...n,children:t}));gs.displayName=`@mantine/core/OptionalPortal`;var _s=e=>({in:{opacity:1,transform:`scale(1)`},out:{opacity:0,transform:`scale(.9) translateY(${e===`bottom`?10:-10}px)`},transitionProperty:`transform, opacity`}),vs={fade:{in:{opacity:1},out:{opacity:0},transitionProperty:`opacity`},"fade-up":{in:{opacity:1,transform:`translateY(0)`},out:{opacity:0,transform:`translateY(30px)`},transitionProperty:`opacity, transform`},"fade-down":{in:{opacity:1,transform:`translateY(0)`},out:{opacity:0,transform:`translateY(-30px)`},transitionProperty:`opacity, transform`},"fade-left":{in:{opacity:1,transform:`translateX(0)`},out:{opacity:0,transform:`translateX(30px)`},transitionProperty:`opacity, transform`},"fade-right":{in:{opacity:1,transform:`translateX(0)`},out:{opacity:0,transform:`translateX(-30px)`},transitionProperty:`opacity, transform`},scale:{in:{opacity:1,transform:`scale(1)`},out:{opacity:0,transform:`scale(0)`},common:{transformOrigin:`top`},transitionProperty:`transform, opacity`},"scale-y":{in:{opacity:1,transform:`scaleY(1)`},out:{opacity:0,transform:`scaleY(0)`},common:{transformOrigin:`top`},transitionProperty:`transform, opacity`},"scale-x":{in:{opacity:1,transform:`scaleX(1)`},out:{opacity:0,transform:`scaleX(0)`},common:{transformOrigin:`left`},transitionProperty:`transform, opacity`},"skew-up":{in:{opacity:1,transform:`translateY(0) skew(0deg, 0deg)`},out:{opacity:0,transform:`translateY(-20px) skew(-10deg, -5deg)`},common:{transformOrigin:`top`},transitionProperty:`transform, opacity`},"skew-down":{in:{opacity:1,transform:`translateY(0) skew(0deg, 0deg)`},out:{opacity:0,transform:`translateY(20px) skew(-10deg, -5deg)`},common:{transformOrigin:`bottom`},transitionProperty:`transform, opacity`},"rotate-left":{in:{opacity:1,transform:`translateY(0) rotate(0deg)`},out:{opacity:0,transform:`translateY(20px) rotate(-5deg)`},common:{transformOrigin:`bottom`},transitionProperty:`transform, opacity`},"rotate-right":{in:{opacity:1,transform:`translateY(0) rotate(0deg)`},out:{opacity:0,transform:`translateY(20px) rotate(5deg)`},common:{transformOrigin:`top`},transitionProperty:`transform, opacity`},"slide-down":{in:{opacity:1,transform:`translateY(0)`},out:{opacity:0,transform:`translateY(-100%)`},common:{transformOrigin:`top`},transitionProperty:`transform, opacity`},"slide-up":{in:{opacity:1,transform:`translateY(0)`},out:{opacity:0,transform:`translateY(100%)`},common:{transformOrigin:`bottom`},transitionProperty:`transform, opacity`},"slide-left":{in:{opacity:1,transform:`translateX(0)`},out:{opacity:0,transform:`translateX(100%)`},common:{transformOrigin:`left`},transitionProperty:`transform, opacity`},"slide-right":{in:{opacity:1,transform:`translateX(0)`},out:{opacity:0,transform:`translateX(-100%)`},common:{transformOrigin:`right`},transitionProperty:`transform, opacity`},pop:{..._s(`bottom`),common:{transformOrigin:`center center`}},"pop-bottom-left":{..._s(`bottom`),common:{transformOrigin:`bottom left`}},"pop-bottom-right":{..._s(`bottom`),common:{transformOrigin:`bottom right`}},"pop-top-left":{..._s(`top`),common:{transformOrigin:`top left`}},"pop-top-right":{..._s(`top`),common:{transformOrigin:`top right`}}},ys={entering:`in`,entered:`in`,exiting:`out`,exited:`out`,"pre-exiting":`out`,"pre-entering":`out`};function bs({transition:e,state:t,duration:n,timingFunction:r}){let i={WebkitBackfaceVisibility:`hidden`,transitionDuration:`${n}ms`,transitionTimingFunction:r};return typeof e==`string`?e in vs?{transitionProperty:vs[e].transitionProperty,...i,...vs[e].common,...vs[e][ys[t]]}:{}:{transitionProperty:e.transitionProperty,...i,...e.common,...e[ys[t]]}}function xs({duration:e,exitDuration:t,timingFunction:n,mounted:r,onEnter:i,onExit:a,onEntered:o,onExited:s,enterDelay:c,exitDelay:l}){let u=At(),d=Ie(),f=u.respectReducedMotion?d:!1,[p,h]=(0,m.useState)(f?0:e),[g,_]=(0,m.useState)(r?`entered`:`exited`),v=(0,m.useRef)(-1),y=(0,m.useRef)(-1),b=(0,m.useRef)(-1);function x(){window.clearTimeout(v.current),window.clearTimeout(y.current),cancelAnimationFrame(b.current),b.current=-1}let S=n=>{x();let r=n?i:a,c=n?o:s,l=f?0:n?e:t;if(h(l),l===0)typeof r==`function`&&r(),typeof c==`function`&&c(),_(n?`entered`:`exited`);else{let e=requestAnimationFrame(()=>{T.flushSync(()=>{_(n?`pre-entering`:`pre-exiting`)}),b.current===e&&(b.current=requestAnimationFrame(()=>{typeof r==`function`&&r(),_(n?`entering`:`exiting`),v.current=window.setTimeout(()=>{typeof c==`function`&&c(),_(n?`entered`:`exited`)},l)}))});b.current=e}},C=e=>{x(),typeof(e?c:l)==`number`?y.current=window.setTimeout(()=>{S(e)},e?c:l):S(e)};return ae(()=>{C(r)},[r]),(0,m.useEffect)(()=>()=>{x()},[]),{transitionDuration:p,transitionStatus:g,transitionTimingFunction:n||`ease`}}function Ss({keepMounted:e,keepMountedMode:t=`activity`,transition:n=`fade`,duration:r=250,exitDuration:i=r,mounted:a,children:o,timingFunction:s=`ease`,onExit:c,onEntered:l,onEnter:u,onExited:d,enterDelay:f,exitDelay:p}){let h=gt(),{transitionDuration:g,transitionStatus:_,transitionTimingFunction:v}=xs({mounted:a,exitDuration:i,duration:r,timingFunction:s,onExit:c,onEntered:l,onEnter:u,onExited:d,enterDelay:f,exitDelay:p});if(h===`test`)return a?(0,B.jsx)(B.Fragment,{children:o({})}):e?o({display:`none`}):null;if(g===0)return e?t===`display-none`?a?(0,B.jsx)(B.Fragment,{children:o({})}):o({display:`none`}):(0,B.jsx)(m.Activity,{mode:a?`visible`:`hidden`,children:o({})}):a?(0,B.jsx)(B.Fragment,{children:o({})}):null;let y=_===`exited`;if(e){let e=o(y?t===`display-none`?{display:`none`}:{}:bs({transition:n,duration:g,state:_,timingFunction:v}));return t===`display-none`?e:(0,B.jsx)(m.Activity,{mode:y?`hidden`:`visible`,children:e})}return y?null:(0,B.jsx)(B.Fragment,{children:o(bs({transition:n,duration:g,state:_,timingFunction:v}))})}Ss.displayName=`@mantine/core/Transition`;function Cs({children:e,active:t=!0,refProp:n=`ref`,innerRef:r}){let i=Pe(ke(t),r),a=Le(e);return a?(0,m.cloneElement)(a,{[n]:i}):e}function ws(e){return(0,B.jsx)(rs,{tabIndex:-1,"data-autofocus":!0,...e})}Cs.displayName=`@mantine/core/FocusTrap`,ws.displayName=`@mantine/core/FocusTrapInitialFocus`,Cs.InitialFocus=ws;var Ts={root:`m_5ae2e3c`,barsLoader:`m_7a2bd4cd`,bar:`m_870bb79`,"bars-loader-animation":`m_5d2b3b9d`,dotsLoader:`m_4e3f22d7`,dot:`m_870c4af`,"loader-dots-animation":`m_aac34a1`,ovalLoader:`m_b34414df`,"oval-loader-animation":`m_f8e89c4b`},Es=({className:e,...t})=>(0,B.jsxs)(W,{component:`span`,className:z(Ts.barsLoader,e),...t,children:[(0,B.jsx)(`span`,{className:Ts.bar}),(0,B.jsx)(`span`,{className:Ts.bar}),(0,B.jsx)(`span`,{className:Ts.bar})]});Es.displayName=`@mantine/core/Bars`;var Ds=({className:e,...t})=>(0,B.jsxs)(W,{component:`span`,className:z(Ts.dotsLoader,e),...t,children:[(0,B.jsx)(`span`,{className:Ts.dot}),(0,B.jsx)(`span`,{className:Ts.dot}),(0,B.jsx)(`span`,{className:Ts.dot})]});Ds.displayName=`@mantine/core/Dots`;var Os=({className:e,...t})=>(0,B.jsx)(W,{component:`span`,className:z(Ts.ovalLoader,e),...t});Os.displayName=`@mantine/core/Oval`;var ks={bars:Es,oval:Os,dots:Ds},As={loaders:ks,type:`oval`},js=R((e,{size:t,color:n})=>({root:{"--loader-size":A(t,`loader-size`),"--loader-color":n?et(n,e):void 0}})),Ms=U(e=>{let t=V(`Loader`,As,e),{size:n,color:r,type:i,vars:a,className:o,style:s,classNames:c,styles:l,unstyled:u,loaders:d,variant:f,children:p,attributes:m,...h}=t,g=H({name:`Loader`,props:t,classes:Ts,className:o,style:s,classNames:c,styles:l,unstyled:u,attributes:m,vars:a,varsResolver:js});return p?(0,B.jsx)(W,{...g(`root`),...h,children:p}):(0,B.jsx)(W,{...g(`root`),component:d[i],variant:f,size:n,...h})});Ms.defaultLoaders=ks,Ms.classes=Ts,Ms.varsResolver=js,Ms.displayName=`@mantine/core/Loader`;var Ns={root:`m_8d3f4000`,icon:`m_8d3afb97`,loader:`m_302b9fb1`,group:`m_1a0f1b21`,groupSection:`m_437b6484`},Ps={orientation:`horizontal`},Fs=R((e,{borderWidth:t})=>({group:{"--ai-border-width":x(t)}})),Is=U(e=>{let t=V(`ActionIconGroup`,Ps,e),{className:n,style:r,classNames:i,styles:a,unstyled:o,orientation:s,vars:c,borderWidth:l,variant:u,mod:d,attributes:f,...p}=t,m=H({name:`ActionIconGroup`,props:t,classes:Ns,className:n,style:r,classNames:i,styles:a,unstyled:o,attributes:f,vars:c,varsResolver:Fs,rootSelector:`group`});return(0,B.jsx)(W,{...m(`group`),variant:u,mod:[{orientation:s},d],role:`group`,...p})});Is.classes=Ns,Is.varsResolver=Fs,Is.displayName=`@mantine/core/ActionIconGroup`;var Ls=R((e,{radius:t,color:n,gradient:r,variant:i,autoContrast:a,size:o})=>{let s=e.variantColorResolver({color:n||e.primaryColor,theme:e,gradient:r,variant:i||`filled`,autoContrast:a});return{groupSection:{"--section-height":A(o,`section-height`),"--section-padding-x":A(o,`section-padding-x`),"--section-fz":N(o),"--section-radius":t===void 0?void 0:M(t),"--section-bg":n||i?s.background:void 0,"--section-color":s.color,"--section-bd":n||i?s.border:void 0}}}),Rs=U(e=>{let t=V(`ActionIconGroupSection`,null,e),{className:n,style:r,classNames:i,styles:a,unstyled:o,vars:s,variant:c,gradient:l,radius:u,autoContrast:d,attributes:f,...p}=t,m=H({name:`ActionIconGroupSection`,props:t,classes:Ns,className:n,style:r,classNames:i,styles:a,unstyled:o,attributes:f,vars:s,varsResolver:Ls,rootSelector:`groupSection`});return(0,B.jsx)(W,{...m(`groupSection`),variant:c,...p})});Rs.classes=Ns,Rs.varsResolver=Ls,Rs.displayName=`@mantine/core/ActionIconGroupSection`;var zs=R((e,{size:t,radius:n,variant:r,gradient:i,color:a,autoContrast:o})=>{let s=e.variantColorResolver({color:a||e.primaryColor,theme:e,gradient:i,variant:r||`filled`,autoContrast:o});return{root:{"--ai-size":A(t,`ai-size`),"--ai-radius":n===void 0?void 0:M(n),"--ai-bg":a||r?s.background:void 0,"--ai-hover":a||r?s.hover:void 0,"--ai-hover-color":a||r?s.hoverColor:void 0,"--ai-color":s.color,"--ai-bd":a||r?s.border:void 0}}}),Bs=kn(e=>{let t=V(`ActionIcon`,null,e),{className:n,unstyled:r,variant:i,classNames:a,styles:o,style:s,loading:c,loaderProps:l,size:u,color:d,radius:f,__staticSelector:p,gradient:m,vars:h,children:g,disabled:_,"data-disabled":v,autoContrast:y,mod:b,attributes:x,...S}=t,C=H({name:[`ActionIcon`,p],props:t,className:n,style:s,classes:Ns,classNames:a,styles:o,unstyled:r,attributes:x,vars:h,varsResolver:zs});return(0,B.jsxs)(ts,{...C(`root`,{active:!_&&!c&&!v}),"aria-busy":c||void 0,...S,unstyled:r,variant:i,size:u,disabled:_||c,mod:[{loading:c,disabled:_||v},b],children:[typeof c==`boolean`&&(0,B.jsx)(Ss,{mounted:c,transition:`slide-down`,duration:150,children:e=>(0,B.jsx)(W,{component:`span`,...C(`loader`,{style:e}),"aria-hidden":!0,children:(0,B.jsx)(Ms,{color:`var(--ai-color)`,size:`calc(var(--ai-size) * 0.55)`,...l})})}),(0,B.jsx)(W,{component:`span`,mod:{loading:c},...C(`icon`),children:g})]})});Bs.classes=Ns,Bs.varsResolver=zs,Bs.displayName=`@mantine/core/ActionIcon`,Bs.Group=Is,Bs.GroupSection=Rs;function Vs({size:e=`var(--cb-icon-size, 70%)`,style:t,...n}){return(0,B.jsx)(`svg`,{viewBox:`0 0 15 15`,fill:`none`,xmlns:`http://www.w3.org/2000/svg`,style:{...t,width:e,height:e},...n,children:(0,B.jsx)(`path`,{d:`M11.7816 4.03157C12.0062 3.80702 12.0062 3.44295 11.7816 3.2184C11.5571 2.99385 11.193 2.99385 10.9685 3.2184L7.50005 6.68682L4.03164 3.2184C3.80708 2.99385 3.44301 2.99385 3.21846 3.2184C2.99391 3.44295 2.99391 3.80702 3.21846 4.03157L6.68688 7.49999L3.21846 10.9684C2.99391 11.193 2.99391 11.557 3.21846 11.7816C3.44301 12.0061 3.80708 12.0061 4.03164 11.7816L7.50005 8.31316L10.9685 11.7816C11.193 12.0061 11.5571 12.0061 11.7816 11.7816C12.0062 11.557 12.0062 11.193 11.7816 10.9684L8.31322 7.49999L11.7816 4.03157Z`,fill:`currentColor`,fillRule:`evenodd`,clipRule:`evenodd`})})}Vs.displayName=`@mantine/core/CloseIcon`;var Hs={root:`m_86a44da5`,"root--subtle":`m_220c80f2`},Us={variant:`subtle`},Ws=R((e,{size:t,radius:n,iconSize:r})=>({root:{"--cb-size":A(t,`cb-size`),"--cb-radius":n===void 0?void 0:M(n),"--cb-icon-size":x(r)}})),Gs=kn(e=>{let t=V(`CloseButton`,Us,e),{iconSize:n,children:r,vars:i,radius:a,className:o,classNames:s,style:c,styles:l,unstyled:u,"data-disabled":d,disabled:f,variant:p,icon:m,mod:h,attributes:g,__staticSelector:_,...v}=t,y=H({name:_||`CloseButton`,props:t,className:o,style:c,classes:Hs,classNames:s,styles:l,unstyled:u,attributes:g,vars:i,varsResolver:Ws});return(0,B.jsxs)(ts,{...v,unstyled:u,variant:p,disabled:f,mod:[{disabled:f||d},h],...y(`root`,{variant:p,active:!f&&!d}),children:[m||(0,B.jsx)(Vs,{}),r]})});Gs.classes=Hs,Gs.varsResolver=Ws,Gs.displayName=`@mantine/core/CloseButton`;function Ks(e){return m.Children.toArray(e).filter(Boolean)}var qs={root:`m_4081bf90`},Js={preventGrowOverflow:!0,gap:`md`,align:`center`,justify:`flex-start`,wrap:`wrap`},Ys=R((e,{grow:t,preventGrowOverflow:n,gap:r,align:i,justify:a,wrap:o},{childWidth:s})=>({root:{"--group-child-width":t&&n?s:void 0,"--group-gap":j(r),"--group-align":i,"--group-justify":a,"--group-wrap":o}})),Xs=U(e=>{let t=V(`Group`,Js,e),{classNames:n,className:r,style:i,styles:a,unstyled:o,children:s,gap:c,align:l,justify:u,wrap:d,grow:f,preventGrowOverflow:p,vars:m,variant:h,__size:g,mod:_,attributes:v,...y}=t,b=Ks(s),x=b.length,S=j(c??`md`),C=H({name:`Group`,props:t,stylesCtx:{childWidth:`calc(${100/x}% - (${S} - ${S} / ${x}))`},className:r,style:i,classes:qs,classNames:n,styles:a,unstyled:o,attributes:v,vars:m,varsResolver:Ys});return(0,B.jsx)(W,{...C(`root`),variant:h,mod:[{grow:f},_],size:g,...y,children:b})});Xs.classes=qs,Xs.varsResolver=Ys,Xs.displayName=`@mantine/core/Group`;var[Zs,Qs]=D(`ModalBase component was not found in tree`);function $s({opened:e,transitionDuration:t}){let[n,r]=(0,m.useState)(e),i=(0,m.useRef)(-1),a=Ie()?0:t;return(0,m.useEffect)(()=>(e?(r(!0),window.clearTimeout(i.current)):a===0?r(!1):i.current=window.setTimeout(()=>r(!1),a),()=>window.clearTimeout(i.current)),[e,a]),n}function ec({id:e,transitionProps:t,opened:n,trapFocus:r,closeOnEscape:i,onClose:a,returnFocus:o,handledEscapeEvents:s}){let c=Ae(e),[l,u]=(0,m.useState)(!1),[d,f]=(0,m.useState)(!1),p=$s({opened:n,transitionDuration:typeof t?.duration==`number`?t?.duration:200});return je(`keydown`,e=>{e.key===`Escape`&&i&&!e.isComposing&&n&&!s?.has(e)&&e.target?.getAttribute(`data-mantine-stop-propagation`)!==`true`&&(s?.add(e),a())},{capture:!0}),oe({opened:n,shouldReturnFocus:r&&o}),{_id:c,titleMounted:l,bodyMounted:d,shouldLockScroll:p,setTitleMounted:u,setBodyMounted:f}}var tc=function(){return tc=Object.assign||function(e){for(var t,n=1,r=arguments.length;n<r;n++)for(var i in t=arguments[n],t)Object.prototype.hasOwnProperty.call(t,i)&&(e[i]=t[i]);return e},tc.apply(this,arguments)};function nc(e,t){var n={};for(var r in e)Object.prototype.hasOwnProperty.call(e,r)&&t.indexOf(r)<0&&(n[r]=e[r]);if(e!=null&&typeof Object.getOwnPropertySymbols==`function`)for(var i=0,r=Object.getOwnPropertySymbols(e);i<r.length;i++)t.indexOf(r[i])<0&&Object.prototype.propertyIsEnumerable.call(e,r[i])&&(n[r[i]]=e[r[i]]);return n}function rc(e,t,n){if(n||arguments.length===2)for(var r=0,i=t.length,a;r<i;r++)(a||!(r in t))&&(a||=Array.prototype.slice.call(t,0,r),a[r]=t[r]);return e.concat(a||Array.prototype.slice.call(t))}var ic=`right-scroll-bar-position`,ac=`width-before-scroll-bar`,oc=`with-scroll-bars-hidden`,sc=`--removed-body-scroll-bar-size`;function cc(e,t){return typeof e==`function`?e(t):e&&(e.current=t),e}function lc(e,t){var n=(0,m.useState)(function(){return{value:e,callback:t,facade:{get current(){return n.value},set current(e){var t=n.value;t!==e&&(n.value=e,n.callback(e,t))}}}})[0];return n.callback=t,n.facade}var uc=typeof window<`u`?m.useLayoutEffect:m.useEffect,dc=new WeakMap;function fc(e,t){var n=lc(t||null,function(t){return e.forEach(function(e){return cc(e,t)})});return uc(function(){var t=dc.get(n);if(t){var r=new Set(t),i=new Set(e),a=n.current;r.forEach(function(e){i.has(e)||cc(e,null)}),i.forEach(function(e){r.has(e)||cc(e,a)})}dc.set(n,e)},[e]),n}function pc(e){return e}function mc(e,t){t===void 0&&(t=pc);var n=[],r=!1;return{read:function(){if(r)throw Error("Sidecar: could not `read` from an `assigned` medium. `read` could be used only with `useMedium`.");return n.length?n[n.length-1]:e},useMedium:function(e){var i=t(e,r);return n.push(i),function(){n=n.filter(function(e){return e!==i})}},assignSyncMedium:function(e){for(r=!0;n.length;){var t=n;n=[],t.forEach(e)}n={push:function(t){return e(t)},filter:function(){return n}}},assignMedium:function(e){r=!0;var t=[];if(n.length){var i=n;n=[],i.forEach(e),t=n}var a=function(){var n=t;t=[],n.forEach(e)},o=function(){return Promise.resolve().then(a)};o(),n={push:function(e){t.push(e),o()},filter:function(e){return t=t.filter(e),n}}}}}function hc(e){e===void 0&&(e={});var t=mc(null);return t.options=tc({async:!0,ssr:!1},e),t}var gc=function(e){var t=e.sideCar,n=nc(e,[`sideCar`]);if(!t)throw Error("Sidecar: please provide `sideCar` property to import the right car");var r=t.read();if(!r)throw Error(`Sidecar medium not found`);return m.createElement(r,tc({},n))};gc.isSideCarExport=!0;function _c(e,t){return e.useMedium(t),gc}var vc=hc(),yc=function(){},bc=m.forwardRef(function(e,t){var n=m.useRef(null),r=m.useState({onScrollCapture:yc,onWheelCapture:yc,onTouchMoveCapture:yc}),i=r[0],a=r[1],o=e.forwardProps,s=e.children,c=e.className,l=e.removeScrollBar,u=e.enabled,d=e.shards,f=e.sideCar,p=e.noRelative,h=e.noIsolation,g=e.inert,_=e.allowPinchZoom,v=e.as,y=v===void 0?`div`:v,b=e.gapMode,x=nc(e,[`forwardProps`,`children`,`className`,`removeScrollBar`,`enabled`,`shards`,`sideCar`,`noRelative`,`noIsolation`,`inert`,`allowPinchZoom`,`as`,`gapMode`]),S=f,C=fc([n,t]),w=tc(tc({},x),i);return m.createElement(m.Fragment,null,u&&m.createElement(S,{sideCar:vc,removeScrollBar:l,shards:d,noRelative:p,noIsolation:h,inert:g,setCallbacks:a,allowPinchZoom:!!_,lockRef:n,gapMode:b}),o?m.cloneElement(m.Children.only(s),tc(tc({},w),{ref:C})):m.createElement(y,tc({},w,{className:c,ref:C}),s))});bc.defaultProps={enabled:!0,removeScrollBar:!0,inert:!1},bc.classNames={fullWidth:ac,zeroRight:ic};var xc,Sc=function(e){xc=e},Cc=function(){if(xc)return xc;if(typeof __webpack_nonce__<`u`)return __webpack_nonce__};function wc(){if(!document)return null;var e=document.createElement(`style`);e.type=`text/css`;var t=Cc();return t&&e.setAttribute(`nonce`,t),e}function Tc(e,t){e.styleSheet?e.styleSheet.cssText=t:e.appendChild(document.createTextNode(t))}function Ec(e){(document.head||document.getElementsByTagName(`head`)[0]).appendChild(e)}var Dc=function(){var e=0,t=null;return{add:function(n){e==0&&(t=wc())&&(Tc(t,n),Ec(t)),e++},remove:function(){e--,!e&&t&&(t.parentNode&&t.parentNode.removeChild(t),t=null)}}},Oc=function(){var e=Dc();return function(t,n){m.useEffect(function(){return e.add(t),function(){e.remove()}},[t&&n])}},kc=function(){var e=Oc();return function(t){var n=t.styles,r=t.dynamic;return e(n,r),null}},Ac={left:0,top:0,right:0,gap:0},jc=function(e){return parseInt(e||``,10)||0},Mc=function(e){var t=window.getComputedStyle(document.body),n=t[e===`padding`?`paddingLeft`:`marginLeft`],r=t[e===`padding`?`paddingTop`:`marginTop`],i=t[e===`padding`?`paddingRight`:`marginRight`];return[jc(n),jc(r),jc(i)]},Nc=function(e){if(e===void 0&&(e=`margin`),typeof window>`u`)return Ac;var t=Mc(e),n=document.documentElement.clientWidth,r=window.innerWidth;return{left:t[0],top:t[1],right:t[2],gap:Math.max(0,r-n+t[2]-t[0])}},Pc=kc(),Fc=`data-scroll-locked`,Ic=function(e,t,n,r){var i=e.left,a=e.top,o=e.right,s=e.gap;return n===void 0&&(n=`margin`),`
  .${oc} {
   overflow: hidden ${r};
   padding-right: ${s}px ${r};
  }
  body[${Fc}] {
    overflow: hidden ${r};
    overscroll-behavior: contain;
    ${[t&&`position: relative ${r};`,n===`margin`&&`
    padding-left: ${i}px;
    padding-top: ${a}px;
    padding-right: ${o}px;
    margin-left:0;
    margin-top:0;
    margin-right: ${s}px ${r};
    `,n===`padding`&&`padding-right: ${s}px ${r};`].filter(Boolean).join(``)}
  }
  
  .${ic} {
    right: ${s}px ${r};
  }
  
  .${ac} {
    margin-right: ${s}px ${r};
  }
  
  .${ic} .${ic} {
    right: 0 ${r};
  }
  
  .${ac} .${ac} {
    margin-right: 0 ${r};
  }
  
  body[${Fc}] {
    ${sc}: ${s}px;
  }
`},Lc=function(){var e=parseInt(document.body.getAttribute(`data-scroll-locked`)||`0`,10);return isFinite(e)?e:0},Rc=function(){m.useEffect(function(){return document.body.setAttribute(Fc,(Lc()+1).toString()),function(){var e=Lc()-1;e<=0?document.body.removeAttribute(Fc):document.body.setAttribute(Fc,e.toString())}},[])},zc=function(e){var t=e.noRelative,n=e.noImportant,r=e.gapMode,i=r===void 0?`margin`:r;Rc();var a=m.useMemo(function(){return Nc(i)},[i]);return m.createElement(Pc,{styles:Ic(a,!t,i,n?``:`!important`)})},Bc=!1;if(typeof window<`u`)try{var Vc=Object.defineProperty({},"passive",{get:function(){return Bc=!0,!0}});window.addEventListener(`test`,Vc,Vc),window.removeEventListener(`test`,Vc,Vc)}catch{Bc=!1}var Hc=Bc?{passive:!1}:!1,Uc=function(e){return e.tagName===`TEXTAREA`},Wc=function(e,t){if(!(e instanceof Element))return!1;var n=window.getComputedStyle(e);return n[t]!==`hidden`&&!(n.overflowY===n.overflowX&&!Uc(e)&&n[t]===`visible`)},Gc=function(e){return Wc(e,`overflowY`)},Kc=function(e){return Wc(e,`overflowX`)},qc=function(e,t){var n=t.ownerDocument,r=t;do{if(typeof ShadowRoot<`u`&&r instanceof ShadowRoot&&(r=r.host),Xc(e,r)){var i=Zc(e,r);if(i[1]>i[2])return!0}r=r.parentNode}while(r&&r!==n.body);return!1},Jc=function(e){return[e.scrollTop,e.scrollHeight,e.clientHeight]},Yc=function(e){return[e.scrollLeft,e.scrollWidth,e.clientWidth]},Xc=function(e,t){return e===`v`?Gc(t):Kc(t)},Zc=function(e,t){return e===`v`?Jc(t):Yc(t)},Qc=function(e,t){return e===`h`&&t===`rtl`?-1:1},$c=function(e,t,n,r,i){var a=Qc(e,window.getComputedStyle(t).direction),o=a*r,s=n.target,c=t.contains(s),l=!1,u=o>0,d=0,f=0;do{if(!s)break;var p=Zc(e,s),m=p[0],h=p[1]-p[2]-a*m;(m||h)&&Xc(e,s)&&(d+=h,f+=m);var g=s.parentNode;s=g&&g.nodeType===Node.DOCUMENT_FRAGMENT_NODE?g.host:g}while(!c&&s!==document.body||c&&(t.contains(s)||t===s));return(u&&(i&&Math.abs(d)<1||!i&&o>d)||!u&&(i&&Math.abs(f)<1||!i&&-o>f))&&(l=!0),l},el=function(e){return`changedTouches`in e?[e.changedTouches[0].clientX,e.changedTouches[0].clientY]:[0,0]},tl=function(e){return[e.deltaX,e.deltaY]},nl=function(e){return e&&`current`in e?e.current:e},rl=function(e,t){return e[0]===t[0]&&e[1]===t[1]},il=function(e){return`
  .block-interactivity-${e} {pointer-events: none;}
  .allow-interactivity-${e} {pointer-events: all;}
`},al=0,ol=[];function sl(e){var t=m.useRef([]),n=m.useRef([0,0]),r=m.useRef(),i=m.useState(al++)[0],a=m.useState(kc)[0],o=m.useRef(e);m.useEffect(function(){o.current=e},[e]),m.useEffect(function(){if(e.inert){document.body.classList.add(`block-interactivity-${i}`);var t=rc([e.lockRef.current],(e.shards||[]).map(nl),!0).filter(Boolean);return t.forEach(function(e){return e.classList.add(`allow-interactivity-${i}`)}),function(){document.body.classList.remove(`block-interactivity-${i}`),t.forEach(function(e){return e.classList.remove(`allow-interactivity-${i}`)})}}},[e.inert,e.lockRef.current,e.shards]);var s=m.useCallback(function(e,t){if(`touches`in e&&e.touches.length===2||e.type===`wheel`&&e.ctrlKey)return!o.current.allowPinchZoom;var i=el(e),a=n.current,s=`deltaX`in e?e.deltaX:a[0]-i[0],c=`deltaY`in e?e.deltaY:a[1]-i[1],l,u=e.target,d=Math.abs(s)>Math.abs(c)?`h`:`v`;if(`touches`in e&&d===`h`&&u.type===`range`)return!1;var f=window.getSelection(),p=f&&f.anchorNode;if(p&&(p===u||p.contains(u)))return!1;var m=qc(d,u);if(!m)return!0;if(m?l=d:(l=d===`v`?`h`:`v`,m=qc(d,u)),!m)return!1;if(!r.current&&`changedTouches`in e&&(s||c)&&(r.current=l),!l)return!0;var h=r.current||l;return $c(h,t,e,h===`h`?s:c,!0)},[]),c=m.useCallback(function(e){var n=e;if(ol.length&&ol[ol.length-1]===a){var r=`deltaY`in n?tl(n):el(n),i=t.current.filter(function(e){return e.name===n.type&&(e.target===n.target||n.target===e.shadowParent)&&rl(e.delta,r)})[0];if(i&&i.should)n.cancelable&&n.preventDefault();else if(!i){var c=(o.current.shards||[]).map(nl).filter(Boolean).filter(function(e){return e.contains(n.target)});(c.length>0?s(n,c[0]):!o.current.noIsolation)&&n.cancelable&&n.preventDefault()}}},[]),l=m.useCallback(function(e,n,r,i){var a={name:e,delta:n,target:r,should:i,shadowParent:cl(r)};t.current.push(a),setTimeout(function(){t.current=t.current.filter(function(e){return e!==a})},1)},[]),u=m.useCallback(function(e){n.current=el(e),r.current=void 0},[]),d=m.useCallback(function(t){l(t.type,tl(t),t.target,s(t,e.lockRef.current))},[]),f=m.useCallback(function(t){l(t.type,el(t),t.target,s(t,e.lockRef.current))},[]);m.useEffect(function(){return ol.push(a),e.setCallbacks({onScrollCapture:d,onWheelCapture:d,onTouchMoveCapture:f}),document.addEventListener(`wheel`,c,Hc),document.addEventListener(`touchmove`,c,Hc),document.addEventListener(`touchstart`,u,Hc),function(){ol=ol.filter(function(e){return e!==a}),document.removeEventListener(`wheel`,c,Hc),document.removeEventListener(`touchmove`,c,Hc),document.removeEventListener(`touchstart`,u,Hc)}},[]);var p=e.removeScrollBar,h=e.inert;return m.createElement(m.Fragment,null,h?m.createElement(a,{styles:il(i)}):null,p?m.createElement(zc,{noRelative:e.noRelative,gapMode:e.gapMode}):null)}function cl(e){for(var t=null;e!==null;)e instanceof ShadowRoot&&(t=e.host,e=e.host),e=e.parentNode;return t}var ll=_c(vc,sl),ul=m.forwardRef(function(e,t){return m.createElement(bc,tc({},e,{ref:t,sideCar:ll}))});ul.classNames=bc.classNames;function dl({keepMounted:e,keepMountedMode:t=`activity`,opened:n,onClose:r,id:i,transitionProps:a,onExitTransitionEnd:o,onEnterTransitionEnd:s,trapFocus:c,closeOnEscape:l,returnFocus:u,closeOnClickOutside:d,withinPortal:f,portalProps:p,lockScroll:m,children:h,zIndex:g,shadow:_,padding:v,__vars:y,unstyled:b,removeScrollProps:x,__handledEscapeEvents:S,...C}){let{_id:w,titleMounted:T,bodyMounted:E,shouldLockScroll:D,setTitleMounted:O,setBodyMounted:A}=ec({id:i,transitionProps:a,opened:n,trapFocus:c,closeOnEscape:l,onClose:r,returnFocus:u,handledEscapeEvents:S}),{key:M,...N}=x||{};return(0,B.jsx)(gs,{...p,withinPortal:f,children:(0,B.jsx)(Zs,{value:{opened:n,onClose:r,closeOnClickOutside:d,onExitTransitionEnd:o,onEnterTransitionEnd:s,transitionProps:{...a,keepMounted:e,keepMountedMode:t},getTitleId:()=>`${w}-title`,getBodyId:()=>`${w}-body`,titleMounted:T,bodyMounted:E,setTitleMounted:O,setBodyMounted:A,trapFocus:c,closeOnEscape:l,zIndex:g,unstyled:b},children:(0,B.jsx)(ul,{enabled:D&&m,...N,children:(0,B.jsx)(W,{...C,id:w,__vars:{...y,"--mb-z-index":(g||k(`modal`)).toString(),"--mb-shadow":F(_),"--mb-padding":j(v)},children:h})},M)})})}dl.displayName=`@mantine/core/ModalBase`;function fl(){let e=Qs();return(0,m.useEffect)(()=>(e.setBodyMounted(!0),()=>e.setBodyMounted(!1)),[]),e.getBodyId()}var pl={title:`m_615af6c9`,header:`m_b5489c3c`,inner:`m_60c222c7`,content:`m_fd1ab0aa`,close:`m_606cb269`,body:`m_5df29311`};function ml({className:e,...t}){let n=fl(),r=Qs();return(0,B.jsx)(W,{id:n,className:z({[pl.body]:!r.unstyled},e),...t})}ml.displayName=`@mantine/core/ModalBaseBody`;function hl({className:e,onClick:t,...n}){let r=Qs();return(0,B.jsx)(Gs,{...n,onClick:e=>{r.onClose(),t?.(e)},className:z({[pl.close]:!r.unstyled},e),unstyled:r.unstyled})}hl.displayName=`@mantine/core/ModalBaseCloseButton`;function gl({transitionProps:e,className:t,innerProps:n,onKeyDown:r,style:i,ref:a,...o}){let s=Qs();return(0,B.jsx)(Ss,{mounted:s.opened,transition:`pop`,...s.transitionProps,onExited:()=>{s.onExitTransitionEnd?.(),s.transitionProps?.onExited?.()},onEntered:()=>{s.onEnterTransitionEnd?.(),s.transitionProps?.onEntered?.()},...e,children:e=>(0,B.jsx)(`div`,{...n,className:z({[pl.inner]:!s.unstyled},n.className),children:(0,B.jsx)(Cs,{active:s.opened&&s.trapFocus,innerRef:a,children:(0,B.jsx)(os,{...o,component:`section`,role:`dialog`,tabIndex:-1,"aria-modal":!0,"aria-describedby":s.bodyMounted?s.getBodyId():void 0,"aria-labelledby":s.titleMounted?s.getTitleId():void 0,style:[i,e],className:z({[pl.content]:!s.unstyled},t),unstyled:s.unstyled,children:o.children})})})})}gl.displayName=`@mantine/core/ModalBaseContent`;function _l({className:e,...t}){let n=Qs();return(0,B.jsx)(W,{component:`header`,className:z({[pl.header]:!n.unstyled},e),...t})}_l.displayName=`@mantine/core/ModalBaseHeader`;var vl={duration:200,timingFunction:`ease`,transition:`fade`};function yl(e){let t=Qs();return{...vl,...t.transitionProps,...e}}function bl({onClick:e,transitionProps:t,style:n,visible:r,...i}){let a=Qs(),o=yl(t),s=r===void 0?a.opened:r;return(0,B.jsx)(Ss,{mounted:s,...o,transition:`fade`,children:t=>(0,B.jsx)(us,{fixed:!0,style:[n,t,s?void 0:{pointerEvents:`none`}],zIndex:a.zIndex,unstyled:a.unstyled,onClick:t=>{e?.(t),a.closeOnClickOutside&&a.onClose()},...i})})}bl.displayName=`@mantine/core/ModalBaseOverlay`;function xl(){let e=Qs();return(0,m.useEffect)(()=>(e.setTitleMounted(!0),()=>e.setTitleMounted(!1)),[]),e.getTitleId()}function Sl({className:e,...t}){let n=xl(),r=Qs();return(0,B.jsx)(W,{component:`h2`,className:z({[pl.title]:!r.unstyled},e),id:n,...t})}Sl.displayName=`@mantine/core/ModalBaseTitle`;function Cl({children:e}){return(0,B.jsx)(B.Fragment,{children:e})}var wl=(0,m.createContext)({size:`sm`}),Tl=U(e=>{let t=V(`InputClearButton`,null,e),{size:n,variant:r,vars:i,classNames:a,styles:o,...s}=t,c=(0,m.use)(wl),{resolvedClassNames:l,resolvedStyles:u}=Mt({classNames:a,styles:o,props:t});return(0,B.jsx)(Gs,{variant:r||`transparent`,size:n||c?.size||`sm`,classNames:l,styles:u,__staticSelector:`InputClearButton`,style:{pointerEvents:`all`,background:`var(--input-bg)`,...s.style},...s})});Tl.displayName=`@mantine/core/InputClearButton`;var El={xs:7,sm:8,md:10,lg:12,xl:15};function Dl({__clearable:e,__clearSection:t,rightSection:n,__defaultRightSection:r,size:i=`sm`,__clearSectionMode:a=`both`}){let o=e&&t;return a===`rightSection`?n===null?null:n||r:a===`clear`?n===null?null:o||r:o&&(n||r)?(0,B.jsxs)(`div`,{"data-combined-clear-section":!0,style:{display:`flex`,gap:2,alignItems:`center`,paddingInlineEnd:El[i]},children:[o,n||r]}):n===null?null:n||o||r}var Ol=(0,m.createContext)({offsetBottom:!1,offsetTop:!1,describedBy:void 0,getStyles:null,inputId:void 0,labelId:void 0}),J={wrapper:`m_6c018570`,input:`m_8fb7ebe7`,bottomSection:`m_93f4ed57`,section:`m_82577fc2`,placeholder:`m_88bacfd0`,root:`m_46b77525`,label:`m_8fdc1311`,required:`m_78a94662`,error:`m_8f816625`,success:`m_9d9d40e0`,description:`m_fe47ce59`},kl=R((e,{size:t})=>({description:{"--input-description-size":t===void 0?void 0:`calc(${N(t)} - ${x(2)})`}})),Al=U(e=>{let t=V(`InputDescription`,null,e),{classNames:n,className:r,style:i,styles:a,unstyled:o,vars:s,__staticSelector:c,__inheritStyles:l=!0,attributes:u,...d}=V(`InputDescription`,null,t),f=(0,m.use)(Ol),p=H({name:[`InputWrapper`,c],props:t,classes:J,className:r,style:i,classNames:n,styles:a,unstyled:o,attributes:u,rootSelector:`description`,vars:s,varsResolver:kl}),h=l&&f?.getStyles||p;return(0,B.jsx)(W,{component:`p`,...h(`description`,f?.getStyles?{className:r,style:i}:void 0),...d})});Al.classes=J,Al.varsResolver=kl,Al.displayName=`@mantine/core/InputDescription`;var jl=R((e,{size:t})=>({error:{"--input-error-size":t===void 0?void 0:`calc(${N(t)} - ${x(2)})`}})),Ml=U(e=>{let t=V(`InputError`,null,e),{classNames:n,className:r,style:i,styles:a,unstyled:o,vars:s,attributes:c,__staticSelector:l,__inheritStyles:u=!0,...d}=t,f=H({name:[`InputWrapper`,l],props:t,classes:J,className:r,style:i,classNames:n,styles:a,unstyled:o,attributes:c,rootSelector:`error`,vars:s,varsResolver:jl}),p=(0,m.use)(Ol),h=u&&p?.getStyles||f;return(0,B.jsx)(W,{component:`p`,...h(`error`,p?.getStyles?{className:r,style:i}:void 0),...d})});Ml.classes=J,Ml.varsResolver=jl,Ml.displayName=`@mantine/core/InputError`;var Nl={labelElement:`label`},Pl=R((e,{size:t})=>({label:{"--input-label-size":N(t),"--input-asterisk-color":void 0}})),Fl=U(e=>{let t=V(`InputLabel`,Nl,e),{classNames:n,className:r,style:i,styles:a,unstyled:o,vars:s,labelElement:c,required:l,htmlFor:u,onMouseDown:d,children:f,__staticSelector:p,mod:h,attributes:g,..._}=t,v=H({name:[`InputWrapper`,p],props:t,classes:J,className:r,style:i,classNames:n,styles:a,unstyled:o,attributes:g,rootSelector:`label`,vars:s,varsResolver:Pl}),y=(0,m.use)(Ol),b=y?.getStyles||v,x=_.component||c,S=typeof x!=`string`||x===`label`;return(0,B.jsxs)(W,{...b(`label`,y?.getStyles?{className:r,style:i}:void 0),component:c,htmlFor:S?u:void 0,mod:[{required:l},h],onMouseDown:e=>{d?.(e),!e.defaultPrevented&&e.detail>1&&e.preventDefault()},..._,children:[f,l&&(0,B.jsx)(`span`,{...b(`required`),"aria-hidden":!0,children:` *`})]})});Fl.classes=J,Fl.varsResolver=Pl,Fl.displayName=`@mantine/core/InputLabel`;var Il=U(e=>{let t=V(`InputPlaceholder`,null,e),{classNames:n,className:r,style:i,styles:a,unstyled:o,vars:s,__staticSelector:c,error:l,mod:u,attributes:d,...f}=t,p=H({name:[`InputPlaceholder`,c],props:t,classes:J,className:r,style:i,classNames:n,styles:a,unstyled:o,attributes:d,rootSelector:`placeholder`});return(0,B.jsx)(W,{...p(`placeholder`),mod:[{error:!!l},u],component:`span`,...f})});Il.classes=J,Il.displayName=`@mantine/core/InputPlaceholder`;var Ll=R((e,{size:t})=>({success:{"--input-success-size":t===void 0?void 0:`calc(${N(t)} - ${x(2)})`}})),Rl=U(e=>{let t=V(`InputSuccess`,null,e),{classNames:n,className:r,style:i,styles:a,unstyled:o,vars:s,attributes:c,__staticSelector:l,__inheritStyles:u=!0,...d}=t,f=H({name:[`InputWrapper`,l],props:t,classes:J,className:r,style:i,classNames:n,styles:a,unstyled:o,attributes:c,rootSelector:`success`,vars:s,varsResolver:Ll}),p=(0,m.use)(Ol),h=u&&p?.getStyles||f;return(0,B.jsx)(W,{component:`p`,...h(`success`,p?.getStyles?{className:r,style:i}:void 0),...d})});Rl.classes=J,Rl.varsResolver=Ll,Rl.displayName=`@mantine/core/InputSuccess`;function zl(e,{hasDescription:t,hasError:n}){let r=e.findIndex(e=>e===`input`),i=e.slice(0,r),a=e.slice(r+1),o=t&&i.includes(`description`)||n&&i.includes(`error`);return{offsetBottom:t&&a.includes(`description`)||n&&a.includes(`error`),offsetTop:o}}var Bl={labelElement:`label`,inputContainer:e=>e,inputWrapperOrder:[`label`,`description`,`input`,`error`]},Vl=R((e,{size:t})=>({label:{"--input-label-size":N(t),"--input-asterisk-color":void 0},error:{"--input-error-size":t===void 0?void 0:`calc(${N(t)} - ${x(2)})`},success:{"--input-success-size":t===void 0?void 0:`calc(${N(t)} - ${x(2)})`},description:{"--input-description-size":t===void 0?void 0:`calc(${N(t)} - ${x(2)})`}})),Hl=U(e=>{let t=V(`InputWrapper`,Bl,e),{classNames:n,className:r,style:i,styles:a,unstyled:o,vars:s,size:c,variant:l,__staticSelector:u,inputContainer:d,inputWrapperOrder:f,label:p,error:h,success:g,description:_,labelProps:v,descriptionProps:y,errorProps:b,successProps:x,labelElement:S,children:C,withAsterisk:w,id:T,required:E,__stylesApiProps:D,mod:O,attributes:k,...A}=t,j=H({name:[`InputWrapper`,u],props:D||t,classes:J,className:r,style:i,classNames:n,styles:a,unstyled:o,attributes:k,vars:s,varsResolver:Vl}),M={size:c,variant:l,__staticSelector:u},N=Ae(T),P=typeof w==`boolean`?w:E,F=b?.id||`${N}-error`,ee=x?.id||`${N}-success`,I=y?.id||`${N}-description`,L=N,te=!!h&&typeof h!=`boolean`,ne=!!g&&typeof g!=`boolean`&&!h,re=!!_,ie=te&&f.includes(`error`),ae=ne&&f.includes(`error`),oe=re&&f.includes(`description`),se=`${ie?F:``} ${ae?ee:``} ${oe?I:``}`,ce=se.trim().length>0?se.trim():void 0,le=v?.id||`${N}-label`,ue=p&&(0,B.jsx)(Fl,{labelElement:S,id:le,htmlFor:L,required:P,...M,...v,children:p},`label`),de=re&&(0,B.jsx)(Al,{...y,...M,size:y?.size||M.size,id:y?.id||I,children:_},`description`),fe=(0,B.jsx)(m.Fragment,{children:d(C)},`input`),pe=te&&(0,m.createElement)(Ml,{...b,...M,size:b?.size||M.size,key:`error`,id:b?.id||F},h),me=ne&&(0,m.createElement)(Rl,{...x,...M,size:x?.size||M.size,key:`success`,id:x?.id||ee},g),he=f.map(e=>{switch(e){case`label`:return ue;case`input`:return fe;case`description`:return de;case`error`:return pe||me;default:return null}});return(0,B.jsx)(Ol,{value:{getStyles:j,describedBy:ce,inputId:L,labelId:ue&&f.includes(`label`)?le:void 0,...zl(f,{hasDescription:re,hasError:te||ne})},children:(0,B.jsx)(W,{variant:l,size:c,mod:[{error:!!h,success:!!g&&!h},O],id:S===`label`?void 0:T,...j(`root`),...A,children:he})})});Hl.classes=J,Hl.varsResolver=Vl,Hl.displayName=`@mantine/core/InputWrapper`;var Ul={variant:`default`,leftSectionPointerEvents:`none`,rightSectionPointerEvents:`none`,withAria:!0,withErrorStyles:!0,withSuccessStyles:!0,size:`sm`,loading:!1,loadingPosition:`right`},Wl=R((e,t,n)=>({wrapper:{"--input-margin-top":n.offsetTop?`calc(var(--mantine-spacing-xs) / 2)`:void 0,"--input-margin-bottom":n.offsetBottom?`calc(var(--mantine-spacing-xs) / 2)`:void 0,"--input-height":A(t.size,`input-height`),"--input-fz":N(t.size),"--input-radius":t.radius===void 0?void 0:M(t.radius),"--input-left-section-width":t.leftSectionWidth===void 0?void 0:x(t.leftSectionWidth),"--input-right-section-width":t.rightSectionWidth===void 0?void 0:x(t.rightSectionWidth),"--input-padding-y":t.multiline?A(t.size,`input-padding-y`):void 0,"--input-left-section-pointer-events":t.leftSectionPointerEvents,"--input-right-section-pointer-events":t.rightSectionPointerEvents}})),Y=kn(e=>{let t=V(`Input`,Ul,e),{classNames:n,className:r,style:i,styles:a,unstyled:o,required:s,__staticSelector:c,__stylesApiProps:l,size:u,wrapperProps:d,error:f,success:p,disabled:h,leftSection:g,leftSectionProps:_,leftSectionWidth:v,rightSection:y,rightSectionProps:b,rightSectionWidth:x,rightSectionPointerEvents:S,leftSectionPointerEvents:C,variant:w,vars:T,pointer:E,multiline:D,radius:O,id:k,withAria:A,withErrorStyles:j,withSuccessStyles:M,mod:N,inputSize:P,attributes:F,__clearSection:ee,__clearable:I,__clearSectionMode:L,__defaultRightSection:te,loading:ne,loadingPosition:re,loaderProps:ie,__bottomSection:ae,__bottomSectionProps:oe,rootRef:se,dir:ce,...le}=t,{styleProps:ue,rest:de}=en(le),fe=(0,m.use)(Ol),pe={offsetBottom:fe?.offsetBottom,offsetTop:fe?.offsetTop},me=H({name:[`Input`,c],props:l||t,classes:J,className:r,style:i,classNames:n,styles:a,unstyled:o,attributes:F,stylesCtx:pe,rootSelector:`wrapper`,vars:T,varsResolver:Wl}),he=A?{required:s,disabled:h,"aria-invalid":f?!0:void 0,"aria-describedby":fe?.describedBy,id:fe?.inputId||k}:{},ge=ne?(0,B.jsx)(Ms,{size:re===`left`?`calc(var(--input-left-section-size) / 2)`:`calc(var(--input-right-section-size) / 2)`,...ie}):null,_e=ne&&re===`left`?ge:g,ve=Dl({__clearable:I,__clearSection:ee,rightSection:ne&&re===`right`?ge:y,__defaultRightSection:te,size:u,__clearSectionMode:L});return(0,B.jsx)(wl,{value:{size:u||`sm`},children:(0,B.jsxs)(W,{ref:se,dir:ce,...me(`wrapper`),...ue,...d,mod:[{error:!!f&&j,success:!!p&&!f&&M,pointer:E,disabled:h,multiline:D,withRightSection:!!ve,withLeftSection:!!_e,withBottomSection:!!ae},N],variant:w,size:u,children:[_e&&(0,B.jsx)(`div`,{..._,"data-position":`left`,...me(`section`,{className:_?.className,style:_?.style}),children:_e}),(0,B.jsx)(W,{component:`input`,...de,...he,required:s,mod:{disabled:h,error:!!f&&j,success:!!p&&!f&&M},variant:w,__size:P,...me(`input`)}),ae&&(0,B.jsx)(`div`,{...oe,...me(`bottomSection`,{className:oe?.className,style:oe?.style}),children:ae}),ve&&(0,B.jsx)(`div`,{...b,"data-position":`right`,...me(`section`,{className:b?.className,style:b?.style}),children:ve})]})})});Y.classes=J,Y.varsResolver=Wl,Y.Wrapper=Hl,Y.Label=Fl,Y.Error=Ml,Y.Success=Rl,Y.Description=Al,Y.Placeholder=Il,Y.ClearButton=Tl,Y.displayName=`@mantine/core/Input`;function Gl(e,t,n){let r=V([`Input`,`InputWrapper`,e],t,n),{label:i,description:a,error:o,success:s,required:c,classNames:l,styles:u,className:d,unstyled:f,__staticSelector:p,__stylesApiProps:m,errorProps:h,successProps:g,labelProps:_,descriptionProps:v,wrapperProps:y,id:b,size:x,style:S,inputContainer:C,inputWrapperOrder:w,withAsterisk:T,variant:E,vars:D,mod:O,attributes:k,...A}=r,{styleProps:j,rest:M}=en(A),N={label:i,description:a,error:o,success:s,required:c,classNames:l,className:d,__staticSelector:p,__stylesApiProps:m||r,errorProps:h,successProps:g,labelProps:_,descriptionProps:v,unstyled:f,styles:u,size:x,style:S,inputContainer:C,inputWrapperOrder:w,withAsterisk:T,variant:E,id:b,mod:O,attributes:k,...y};return{...M,classNames:l,styles:u,unstyled:f,wrapperProps:{...N,...j},inputProps:{required:c,classNames:l,styles:u,unstyled:f,size:x,__staticSelector:p,__stylesApiProps:m||r,error:o,success:s,variant:E,id:b,attributes:k}}}var Kl={__staticSelector:`InputBase`,withAria:!0,size:`sm`},ql=kn(e=>{let{inputProps:t,wrapperProps:n,...r}=Gl(`InputBase`,Kl,e);return(0,B.jsx)(Y.Wrapper,{...n,children:(0,B.jsx)(Y,{...t,...r})})});ql.classes={...Y.classes,...Y.Wrapper.classes},ql.displayName=`@mantine/core/InputBase`;var Jl={root:`m_b6d8b162`};function Yl(e){if(e===`start`)return`start`;if(e===`end`||e)return`end`}var Xl={inherit:!1},Zl=R((e,{variant:t,lineClamp:n,gradient:r,size:i,textWrap:a})=>({root:{"--text-fz":N(i),"--text-lh":P(i),"--text-gradient":t===`gradient`?rt(r,e):void 0,"--text-line-clamp":typeof n==`number`?n.toString():void 0,"--text-text-wrap":a}})),Ql=kn(e=>{let t=V(`Text`,Xl,e),{lineClamp:n,truncate:r,inline:i,inherit:a,gradient:o,span:s,textWrap:c,__staticSelector:l,vars:u,className:d,style:f,classNames:p,styles:m,unstyled:h,variant:g,mod:_,size:v,attributes:y,...b}=t,x=H({name:[`Text`,l],props:t,classes:Jl,className:d,style:f,classNames:p,styles:m,unstyled:h,attributes:y,vars:u,varsResolver:Zl});return(0,B.jsx)(W,{...x(`root`,{focusable:!0}),component:s?`span`:`p`,variant:g,mod:[{truncate:Yl(r),lineClamp:typeof n==`number`,inline:i,inherit:a},_],size:v,...b})});Ql.classes=Jl,Ql.varsResolver=Zl,Ql.displayName=`@mantine/core/Text`;var $l={root:`m_77c9d27d`,inner:`m_80f1301b`,label:`m_811560b9`,section:`m_a74036a`,loader:`m_a25b86ee`,group:`m_80d6d844`,groupSection:`m_70be2a01`},eu={orientation:`horizontal`},tu=R((e,{borderWidth:t})=>({group:{"--button-border-width":x(t)}})),nu=U(e=>{let t=V(`ButtonGroup`,eu,e),{className:n,style:r,classNames:i,styles:a,unstyled:o,orientation:s,vars:c,borderWidth:l,mod:u,attributes:d,...f}=V(`ButtonGroup`,eu,e),p=H({name:`ButtonGroup`,props:t,classes:$l,className:n,style:r,classNames:i,styles:a,unstyled:o,attributes:d,vars:c,varsResolver:tu,rootSelector:`group`});return(0,B.jsx)(W,{...p(`group`),mod:[{orientation:s},u],role:`group`,...f})});nu.classes=$l,nu.varsResolver=tu,nu.displayName=`@mantine/core/ButtonGroup`;var ru=R((e,{radius:t,color:n,gradient:r,variant:i,autoContrast:a,size:o})=>{let s=e.variantColorResolver({color:n||e.primaryColor,theme:e,gradient:r,variant:i||`filled`,autoContrast:a});return{groupSection:{"--section-height":A(o,`section-height`),"--section-padding-x":A(o,`section-padding-x`),"--section-fz":o?.includes(`compact`)?N(o.replace(`compact-`,``)):N(o),"--section-radius":t===void 0?void 0:M(t),"--section-bg":n||i?s.background:void 0,"--section-color":s.color,"--section-bd":n||i?s.border:void 0}}}),iu=U(e=>{let t=V(`ButtonGroupSection`,null,e),{className:n,style:r,classNames:i,styles:a,unstyled:o,vars:s,gradient:c,radius:l,autoContrast:u,attributes:d,...f}=t,p=H({name:`ButtonGroupSection`,props:t,classes:$l,className:n,style:r,classNames:i,styles:a,unstyled:o,attributes:d,vars:s,varsResolver:ru,rootSelector:`groupSection`});return(0,B.jsx)(W,{...p(`groupSection`),...f})});iu.classes=$l,iu.varsResolver=ru,iu.displayName=`@mantine/core/ButtonGroupSection`;var au={in:{opacity:1,transform:`translate(-50%, calc(-50% + ${x(1)}))`},out:{opacity:0,transform:`translate(-50%, -200%)`},common:{transformOrigin:`center`},transitionProperty:`transform, opacity`},ou=R((e,{radius:t,color:n,gradient:r,variant:i,size:a,justify:o,autoContrast:s})=>{let c=e.variantColorResolver({color:n||e.primaryColor,theme:e,gradient:r,variant:i||`filled`,autoContrast:s});return{root:{"--button-justify":o,"--button-height":A(a,`button-height`),"--button-padding-x":A(a,`button-padding-x`),"--button-fz":a?.includes(`compact`)?N(a.replace(`compact-`,``)):N(a),"--button-radius":t===void 0?void 0:M(t),"--button-bg":n||i?c.background:void 0,"--button-hover":n||i?c.hover:void 0,"--button-color":c.color,"--button-bd":n||i?c.border:void 0,"--button-hover-color":n||i?c.hoverColor:void 0}}}),su=kn(e=>{let t=V(`Button`,null,e),{style:n,vars:r,className:i,color:a,disabled:o,children:s,leftSection:c,rightSection:l,fullWidth:u,variant:d,radius:f,loading:p,loaderProps:m,gradient:h,classNames:g,styles:_,unstyled:v,"data-disabled":y,autoContrast:b,mod:x,attributes:S,...C}=t,w=H({name:`Button`,props:t,classes:$l,className:i,style:n,classNames:g,styles:_,unstyled:v,attributes:S,vars:r,varsResolver:ou}),T=!!c,E=!!l;return(0,B.jsxs)(ts,{...w(`root`,{active:!o&&!p&&!y}),unstyled:v,variant:d,disabled:o||p,mod:[{disabled:o||y,loading:p,block:u,"with-left-section":T,"with-right-section":E},x],...C,children:[typeof p==`boolean`&&(0,B.jsx)(Ss,{mounted:p,transition:au,duration:150,children:e=>(0,B.jsx)(W,{component:`span`,...w(`loader`,{style:e}),"aria-hidden":!0,children:(0,B.jsx)(Ms,{color:`var(--button-color)`,size:`calc(var(--button-height) / 1.8)`,...m})})}),(0,B.jsxs)(`span`,{...w(`inner`),children:[c&&(0,B.jsx)(W,{component:`span`,...w(`section`),mod:{position:`left`},children:c}),(0,B.jsx)(W,{component:`span`,mod:{loading:p},...w(`label`),children:s}),l&&(0,B.jsx)(W,{component:`span`,...w(`section`),mod:{position:`right`},children:l})]})]})});su.classes=$l,su.varsResolver=ou,su.displayName=`@mantine/core/Button`,su.Group=nu,su.GroupSection=iu;var cu={root:`m_b183c0a2`},lu=R((e,{color:t})=>({root:{"--code-bg":t?et(t,e):void 0}})),uu=U(e=>{let t=V(`Code`,null,e),{classNames:n,className:r,style:i,styles:a,unstyled:o,vars:s,color:c,block:l,mod:u,attributes:d,...f}=t,p=H({name:`Code`,props:t,classes:cu,className:r,style:i,classNames:n,styles:a,unstyled:o,attributes:d,vars:s,varsResolver:lu});return(0,B.jsx)(W,{component:l?`pre`:`code`,mod:[{block:l},u],...p(`root`),...f,dir:`ltr`})});uu.classes=cu,uu.varsResolver=lu,uu.displayName=`@mantine/core/Code`;var[du,fu]=D(`Modal component was not found in tree`),pu={root:`m_9df02822`,content:`m_54c44539`,inner:`m_1f958f16`,header:`m_d0e2b9cd`},mu=U(e=>{let{classNames:t,className:n,style:r,styles:i,vars:a,...o}=V(`ModalBody`,null,e),s=fu();return(0,B.jsx)(ml,{...s.getStyles(`body`,{classNames:t,style:r,styles:i,className:n}),...o})});mu.classes=pu,mu.displayName=`@mantine/core/ModalBody`;var hu=U(e=>{let{classNames:t,className:n,style:r,styles:i,vars:a,...o}=V(`ModalCloseButton`,null,e),s=fu();return(0,B.jsx)(hl,{...s.getStyles(`close`,{classNames:t,style:r,styles:i,className:n}),...o})});hu.classes=pu,hu.displayName=`@mantine/core/ModalCloseButton`;var gu=U(e=>{let{classNames:t,className:n,style:r,styles:i,vars:a,children:o,__hidden:s,...c}=V(`ModalContent`,null,e),l=fu(),u=l.scrollAreaComponent||Cl;return(0,B.jsx)(gl,{...l.getStyles(`content`,{className:n,style:r,styles:i,classNames:t}),innerProps:l.getStyles(`inner`,{className:n,style:r,styles:i,classNames:t}),"data-full-screen":l.fullScreen||void 0,"data-modal-content":!0,"data-hidden":s||void 0,...c,children:(0,B.jsx)(u,{style:{maxHeight:l.fullScreen?`100dvh`:`calc(100dvh - (${x(l.yOffset)} * 2))`},children:o})})});gu.classes=pu,gu.displayName=`@mantine/core/ModalContent`;var _u=U(e=>{let{classNames:t,className:n,style:r,styles:i,vars:a,...o}=V(`ModalHeader`,null,e),s=fu();return(0,B.jsx)(_l,{...s.getStyles(`header`,{classNames:t,style:r,styles:i,className:n}),...o})});_u.classes=pu,_u.displayName=`@mantine/core/ModalHeader`;var vu=U(e=>{let{classNames:t,className:n,style:r,styles:i,vars:a,...o}=V(`ModalOverlay`,null,e),s=fu();return(0,B.jsx)(bl,{...s.getStyles(`overlay`,{classNames:t,style:r,styles:i,className:n}),...o})});vu.classes=pu,vu.displayName=`@mantine/core/ModalOverlay`;var yu={__staticSelector:`Modal`,closeOnClickOutside:!0,withinPortal:!0,lockScroll:!0,trapFocus:!0,returnFocus:!0,closeOnEscape:!0,keepMounted:!1,zIndex:k(`modal`),transitionProps:{duration:200,transition:`fade-down`},yOffset:`5dvh`},bu=R((e,{radius:t,size:n,yOffset:r,xOffset:i})=>({root:{"--modal-radius":t===void 0?void 0:M(t),"--modal-size":A(n,`modal-size`),"--modal-y-offset":x(r),"--modal-x-offset":x(i)}})),xu=U(e=>{let t=V(`ModalRoot`,yu,e),{classNames:n,className:r,style:i,styles:a,unstyled:o,vars:s,yOffset:c,scrollAreaComponent:l,radius:u,fullScreen:d,centered:f,xOffset:p,__staticSelector:m,attributes:h,...g}=t,_=H({name:m,classes:pu,props:t,className:r,style:i,classNames:n,styles:a,unstyled:o,attributes:h,vars:s,varsResolver:bu});return(0,B.jsx)(du,{value:{yOffset:c,scrollAreaComponent:l,getStyles:_,fullScreen:d},children:(0,B.jsx)(dl,{..._(`root`),"data-full-screen":d||void 0,"data-centered":f||void 0,"data-offset-scrollbars":l===Zo.Autosize||void 0,unstyled:o,...g})})});xu.classes=pu,xu.varsResolver=bu,xu.displayName=`@mantine/core/ModalRoot`;var Su=(0,m.createContext)(null);function Cu({children:e}){let[t,n]=(0,m.useState)([]),[r,i]=(0,m.useState)(k(`modal`)),[a]=(0,m.useState)(()=>new WeakSet);return(0,B.jsx)(Su,{value:{stack:t,addModal:(e,t)=>{n(t=>[...new Set([...t,e])]),i(e=>typeof t==`number`&&typeof e==`number`?Math.max(e,t):e)},removeModal:e=>n(t=>t.filter(t=>t!==e)),getZIndex:e=>`calc(${r} + ${t.indexOf(e)} + 1)`,currentId:t[t.length-1],maxZIndex:r,handledEscapeEvents:a},children:e})}Cu.displayName=`@mantine/core/ModalStack`;var wu=U(e=>{let{classNames:t,className:n,style:r,styles:i,vars:a,...o}=V(`ModalTitle`,null,e),s=fu();return(0,B.jsx)(Sl,{...s.getStyles(`title`,{classNames:t,style:r,styles:i,className:n}),...o})});wu.classes=pu,wu.displayName=`@mantine/core/ModalTitle`;var Tu={closeOnClickOutside:!0,withinPortal:!0,lockScroll:!0,trapFocus:!0,returnFocus:!0,closeOnEscape:!0,keepMounted:!1,zIndex:k(`modal`),transitionProps:{duration:200,transition:`fade-down`},withOverlay:!0,withCloseButton:!0},Eu=U(e=>{let{title:t,withOverlay:n,overlayProps:r,withCloseButton:i,closeButtonProps:a,children:o,radius:s,opened:c,stackId:l,zIndex:u,...d}=V(`Modal`,Tu,e),f=(0,m.use)(Su),p=!!t||i,h=f&&l?{closeOnEscape:f.currentId===l,trapFocus:f.currentId===l,zIndex:f.getZIndex(l),__handledEscapeEvents:f.handledEscapeEvents}:{},g=n===!1?!1:l&&f?f.currentId===l:c;return(0,m.useEffect)(()=>{f&&l&&(c?f.addModal(l,u||k(`modal`)):f.removeModal(l))},[c,l,u]),(0,B.jsxs)(xu,{radius:s,opened:c,zIndex:f&&l?f.getZIndex(l):u,...d,...h,children:[n&&(0,B.jsx)(vu,{visible:g,transitionProps:f&&l?{duration:0}:void 0,...r}),(0,B.jsxs)(gu,{radius:s,__hidden:f&&l&&c?l!==f.currentId:!1,children:[p&&(0,B.jsxs)(_u,{children:[t&&(0,B.jsx)(wu,{children:t}),i&&(0,B.jsx)(hu,{...a})]}),(0,B.jsx)(mu,{children:o})]})]})});Eu.classes=pu,Eu.displayName=`@mantine/core/Modal`,Eu.Root=xu,Eu.Overlay=vu,Eu.Content=gu,Eu.Body=mu,Eu.Header=_u,Eu.Title=wu,Eu.CloseButton=hu,Eu.Stack=Cu;function Du({reveal:e}){return(0,B.jsx)(`svg`,{xmlns:`http://www.w3.org/2000/svg`,viewBox:`0 0 256 256`,style:{width:`var(--psi-icon-size)`,height:`var(--psi-icon-size)`},children:e?(0,B.jsxs)(B.Fragment,{children:[(0,B.jsx)(`path`,{fill:`none`,d:`M0 0h256v256H0z`}),(0,B.jsx)(`path`,{fill:`none`,stroke:`currentColor`,strokeLinecap:`round`,strokeLinejoin:`round`,strokeWidth:`16`,d:`M48 40l160 176M154.91 157.6a40 40 0 01-53.82-59.2M135.53 88.71a40 40 0 0132.3 35.53`}),(0,B.jsx)(`path`,{fill:`none`,stroke:`currentColor`,strokeLinecap:`round`,strokeLinejoin:`round`,strokeWidth:`16`,d:`M208.61 169.1C230.41 149.58 240 128 240 128s-32-72-112-72a126 126 0 00-20.68 1.68M74 68.6C33.23 89.24 16 128 16 128s32 72 112 72a118.05 118.05 0 0054-12.6`})]}):(0,B.jsxs)(B.Fragment,{children:[(0,B.jsx)(`path`,{fill:`none`,d:`M0 0h256v256H0z`}),(0,B.jsx)(`path`,{fill:`none`,stroke:`currentColor`,strokeLinecap:`round`,strokeLinejoin:`round`,strokeWidth:`16`,d:`M128 56c-80 0-112 72-112 72s32 72 112 72 112-72 112-72-32-72-112-72z`}),(0,B.jsx)(`circle`,{cx:`128`,cy:`128`,r:`40`,fill:`none`,stroke:`currentColor`,strokeLinecap:`round`,strokeLinejoin:`round`,strokeWidth:`16`})]})})}var Ou={root:`m_f61ca620`,input:`m_ccf8da4c`,innerInput:`m_f2d85dd2`,visibilityToggle:`m_b1072d44`},ku={visibilityToggleIcon:Du,visibilityToggleFocusable:!1,size:`sm`},Au=R((e,{size:t})=>({root:{"--psi-icon-size":A(t,`psi-icon-size`),"--psi-button-size":A(t,`psi-button-size`)}}));function ju(e){let t=(0,m.use)(Ol);return(0,B.jsx)(`input`,{...e,"aria-describedby":t?.describedBy})}var Mu=U(e=>{let t=V([`Input`,`InputWrapper`,`PasswordInput`],ku,e),{classNames:n,className:r,style:i,styles:a,unstyled:o,vars:s,required:c,error:l,success:u,leftSection:d,disabled:f,id:p,variant:m,inputContainer:h,description:g,label:_,size:v,errorProps:y,successProps:b,descriptionProps:x,labelProps:S,withAsterisk:C,inputWrapperOrder:w,wrapperProps:T,radius:E,rightSection:D,rightSectionWidth:O,rightSectionPointerEvents:k,leftSectionWidth:A,visible:j,defaultVisible:M,onVisibilityChange:N,visibilityToggleIcon:P,visibilityToggleButtonProps:F,visibilityToggleFocusable:ee,rightSectionProps:I,leftSectionProps:L,leftSectionPointerEvents:te,withErrorStyles:ne,withSuccessStyles:re,loading:ie,loadingPosition:ae,loaderProps:oe,mod:se,attributes:ce,dir:le,...ue}=t,de=Ae(p),[fe,pe]=Fe({value:j,defaultValue:M,finalValue:!1,onChange:N}),me=()=>pe(!fe),he=H({name:`PasswordInput`,classes:Ou,props:t,className:r,style:i,classNames:n,styles:a,unstyled:o,attributes:ce,vars:s,varsResolver:Au}),{resolvedClassNames:ge,resolvedStyles:_e}=Mt({classNames:n,styles:a,props:t}),{styleProps:ve,rest:ye}=en(ue),be=y?.id||`${de}-error`,xe=b?.id||`${de}-success`,Se=x?.id||`${de}-description`,Ce=(0,B.jsx)(Bs,{...he(`visibilityToggle`),disabled:f,radius:E,"aria-pressed":fe,tabIndex:ee?0:-1,"aria-label":`Toggle password visibility`,...F,variant:F?.variant??`subtle`,color:`gray`,unstyled:o,onTouchEnd:e=>{e.preventDefault(),F?.onTouchEnd?.(e),me()},onMouseDown:e=>{e.preventDefault(),F?.onMouseDown?.(e),me()},onKeyDown:e=>{F?.onKeyDown?.(e),(e.key===` `||e.key===`Enter`)&&(e.preventDefault(),me())},children:(0,B.jsx)(P,{reveal:fe})});return(0,B.jsx)(Y.Wrapper,{required:c,id:de,label:_,error:l,success:u,description:g,size:v,classNames:ge,styles:_e,__staticSelector:`PasswordInput`,__stylesApiProps:t,unstyled:o,withAsterisk:C,inputWrapperOrder:w,inputContainer:h,variant:m,labelProps:{...S,htmlFor:de},descriptionProps:{...x,id:Se},errorProps:{...y,id:be},successProps:{...b,id:xe},mod:se,attributes:ce,...he(`root`),...ve,...T,children:(0,B.jsx)(Y,{component:`div`,dir:le,error:l,success:u,leftSection:d,size:v,classNames:{...ge,input:z(Ou.input,ge?.input)},styles:_e,radius:E,disabled:f,__staticSelector:`PasswordInput`,__stylesApiProps:t,rightSectionWidth:O,rightSection:D??Ce,variant:m,unstyled:o,leftSectionWidth:A,rightSectionPointerEvents:k||`all`,rightSectionProps:I,leftSectionProps:L,leftSectionPointerEvents:te,loading:ie,loadingPosition:ae,loaderProps:oe,withAria:!1,withErrorStyles:ne,withSuccessStyles:re,attributes:ce,children:(0,B.jsx)(ju,{required:c,"data-invalid":!!l||void 0,"data-with-left-section":!!d||void 0,...he(`innerInput`),disabled:f,id:de,dir:le,...ye,autoComplete:ye.autoComplete||`off`,type:fe?`text`:`password`})})})});Mu.classes={...ql.classes,...Ou},Mu.varsResolver=Au,Mu.displayName=`@mantine/core/PasswordInput`;var Nu={root:`m_6d731127`},Pu={gap:`md`,align:`stretch`,justify:`flex-start`},Fu=R((e,{gap:t,align:n,justify:r})=>({root:{"--stack-gap":j(t),"--stack-align":n,"--stack-justify":r}})),Iu=U(e=>{let t=V(`Stack`,Pu,e),{classNames:n,className:r,style:i,styles:a,unstyled:o,vars:s,align:c,justify:l,gap:u,variant:d,attributes:f,...p}=t,m=H({name:`Stack`,props:t,classes:Nu,className:r,style:i,classNames:n,styles:a,unstyled:o,attributes:f,vars:s,varsResolver:Fu});return(0,B.jsx)(W,{...m(`root`),variant:d,...p})});Iu.classes=Nu,Iu.varsResolver=Fu,Iu.displayName=`@mantine/core/Stack`;var Lu=U(e=>{let t=V([`Input`,`InputWrapper`,`TextInput`],null,e);return(0,B.jsx)(ql,{component:`input`,...t,__staticSelector:`TextInput`})});Lu.classes=ql.classes,Lu.displayName=`@mantine/core/TextInput`;function Ru(e){let t=e,n=!1,r=new Set;return{getState(){return t},updateState(e){t=typeof e==`function`?e(t):e},setState(e){this.updateState(e),r.forEach(e=>e(t))},initialize(e){n||=(t=e,!0)},subscribe(e){return r.add(e),()=>r.delete(e)}}}function zu(e){return(0,m.useSyncExternalStore)(e.subscribe,()=>e.getState(),()=>e.getState())}var Bu=0;function Vu(e,t,n){let r=[],i=[],a=new Map;for(let n of e){let e=n.position||t,r=a.get(e);r?r.push(n):a.set(e,[n])}for(let e of a.values())e.sort((e,t)=>(t.priority??0)-(e.priority??0)||(e.__sequence??0)-(t.__sequence??0)),e.forEach((e,t)=>{t<n?i.push(e):r.push(e)});return{notifications:i,queue:r}}var Hu=Ru({notifications:[],queue:[],defaultPosition:`bottom-right`,limit:5}),Uu=(e=Hu)=>zu(e);function Wu(e,t){let n=e.getState(),r=t([...n.notifications,...n.queue]);for(let e of r)e.__sequence===void 0&&(e.__sequence=Bu,Bu+=1);let i=Vu(r,n.defaultPosition,n.limit);e.setState({notifications:i.notifications,queue:i.queue,limit:n.limit,defaultPosition:n.defaultPosition})}function Gu(e,t=Hu){let n=e.id||ee();return Wu(t,t=>e.id&&t.some(t=>t.id===e.id)?t:[...t,{...e,id:n}]),n}function Ku(e,t=Hu){return Wu(t,t=>t.filter(t=>t.id!==e||(t.onClose?.(t),!1))),e}function qu(e,t=Hu){return Wu(t,t=>t.map(t=>t.id===e.id?{...t,...e}:t)),e.id}function Ju(e,t){return typeof e==`function`?e(t):e}function Yu(e,t){let n=t.getState();return[...n.notifications,...n.queue].some(t=>t.id===e.id)?qu(e,t):Gu(e,t)}var Xu=new WeakMap;function Zu(e,t,n=Hu){let r=t.id||ee(),i=Xu.get(n)||new Map,a={};Xu.set(n,i),i.set(r,a),Yu({loading:!0,autoClose:!1,...t.loading,id:r},n);let o=e=>{i.get(r)===a&&(i.delete(r),Yu({...t.loading,loading:!1,autoClose:void 0,...e,id:r},n))};return e.then(e=>o({color:`teal`,...Ju(t.success,e)}),e=>o({color:`red`,...Ju(t.error,e)})),e}function Qu(e=Hu){Wu(e,()=>[])}function $u(e=Hu){let{defaultPosition:t,limit:n}=e.getState();Wu(e,e=>Vu(e,t,n).notifications)}var ed={show:Gu,hide:Ku,update:qu,promise:Zu,clean:Qu,cleanQueue:$u,updateState:Wu},td=m.createContext(void 0),nd=e=>{let t=m.useContext(td);if(e)return e;if(!t)throw Error(`No QueryClient set, use QueryClientProvider to set one`);return t},rd=({client:e,children:t})=>(m.useEffect(()=>(e.mount(),()=>{e.unmount()}),[e]),(0,B.jsx)(td.Provider,{value:e,children:t})),id={setTimeout:(e,t)=>setTimeout(e,t),clearTimeout:e=>clearTimeout(e),setInterval:(e,t)=>setInterval(e,t),clearInterval:e=>clearInterval(e)},ad=new class{#e=id;setTimeoutProvider(e){this.#e=e}setTimeout(e,t){return this.#e.setTimeout(e,t)}clearTimeout(e){this.#e.clearTimeout(e)}setInterval(e,t){return this.#e.setInterval(e,t)}clearInterval(e){this.#e.clearInterval(e)}};function od(e){setTimeout(e,0)}var sd=typeof window>`u`||`Deno`in globalThis;function X(){}function cd(e,t){return typeof e==`function`?e(t):e}function ld(e){return typeof e==`number`&&e>=0&&e!==1/0}function ud(e,t){return Math.max(e+(t||0)-Date.now(),0)}function Z(e,t){return typeof e==`function`?e(t):e}function dd(e,t){let{type:n=`all`,exact:r,fetchStatus:i,predicate:a,queryKey:o,stale:s}=e;if(o){if(r){if(t.queryHash!==pd(o,t.options))return!1}else if(!hd(t.queryKey,o))return!1}if(n!==`all`){let e=t.isActive();if(n===`active`&&!e||n===`inactive`&&e)return!1}return!(typeof s==`boolean`&&t.isStale()!==s||i&&i!==t.state.fetchStatus||a&&!a(t))}function fd(e,t){let{exact:n,status:r,predicate:i,mutationKey:a}=e;if(a){if(!t.options.mutationKey)return!1;if(n){if(md(t.options.mutationKey)!==md(a))return!1}else if(!hd(t.options.mutationKey,a))return!1}return!(r&&t.state.status!==r||i&&!i(t))}function pd(e,t){return(t?.queryKeyHashFn||md)(e)}function md(e){return JSON.stringify(e,(e,t)=>bd(t)?Object.keys(t).sort().reduce((e,n)=>(e[n]=t[n],e),{}):t)}function hd(e,t){if(e===t)return!0;if(typeof e!=typeof t)return!1;if(e&&t&&typeof e==`object`&&typeof t==`object`){if(Array.isArray(e)&&Array.isArray(t)){if(t.length>e.length)return!1;for(let n=0;n<t.length;n++)if(!hd(e[n],t[n]))return!1;return!0}let n=Object.keys(t);for(let r of n)if(!hd(e[r],t[r]))return!1;return!0}return!1}var gd=Object.prototype.hasOwnProperty;function _d(e,t,n=0){if(e===t)return e;if(n>500)return t;let r=yd(e)&&yd(t);if(!r&&!(bd(e)&&bd(t)))return t;let i=(r?e:Object.keys(e)).length,a=r?t:Object.keys(t),o=a.length,s=r?Array(o):{},c=0;for(let l=0;l<o;l++){let o=r?l:a[l],u=e[o],d=t[o];if(u===d){s[o]=u,(r?l<i:gd.call(e,o))&&c++;continue}if(u===null||d===null||typeof u!=`object`||typeof d!=`object`){s[o]=d;continue}let f=_d(u,d,n+1);s[o]=f,f===u&&c++}return i===o&&c===i?e:s}function vd(e,t){if(!t||Object.keys(e).length!==Object.keys(t).length)return!1;for(let n of Object.keys(e))if(!gd.call(t,n)||e[n]!==t[n])return!1;return!0}function yd(e){return Array.isArray(e)&&e.length===Object.keys(e).length}function bd(e){if(!xd(e))return!1;let t=Object.getPrototypeOf(e),n=t?.constructor;if(n===void 0)return!0;if(typeof n!=`function`)return!1;let r=n.prototype;return!(!xd(r)||!r.hasOwnProperty(`isPrototypeOf`)||t!==Object.prototype)}function xd(e){return Object.prototype.toString.call(e)===`[object Object]`}function Sd(e){return new Promise(t=>{ad.setTimeout(t,e)})}function Cd(e,t,n){return typeof n.structuralSharing==`function`?n.structuralSharing(e,t):n.structuralSharing===!1?t:_d(e,t)}function wd(e){return e}function Td(e,t,n=0){let r=[...e,t];return n&&r.length>n?r.slice(-n):r}function Ed(e,t,n=0){let r=[t,...e];return n&&r.length>n?r.slice(0,n):r}var Dd=Symbol();function Od(e,t){return!e.queryFn&&t?.initialPromise?()=>t.initialPromise:!e.queryFn||e.queryFn===Dd?()=>Promise.reject(Error(`Missing queryFn: '${e.queryHash}'`)):e.queryFn}function kd(e,t){return typeof e==`function`?e(...t):!!e}var Ad=Symbol();function jd(e,t,n,r){let i=!1,a;return Object.defineProperties(e,{[Ad]:{value:r},signal:{enumerable:!0,get:()=>(a??=t(),i||(i=!0,a.aborted?n():a.addEventListener(`abort`,n,{once:!0})),a)}}),e}var Md=()=>sd,Nd=()=>Md(),Pd=class{constructor(){this.listeners=new Set,this.subscribe=this.subscribe.bind(this)}subscribe(e){return this.listeners.add(e),this.onSubscribe(),()=>{this.listeners.delete(e),this.onUnsubscribe()}}hasListeners(){return this.listeners.size>0}onSubscribe(){}onUnsubscribe(){}},Fd=new class extends Pd{#e;#t;#n;constructor(){super(),this.#n=e=>{if(typeof window<`u`&&window.addEventListener){let t=()=>e();return window.addEventListener(`visibilitychange`,t,!1),()=>{window.removeEventListener(`visibilitychange`,t)}}}}onSubscribe(){this.#t||this.setEventListener(this.#n)}onUnsubscribe(){this.hasListeners()||(this.#t?.(),this.#t=void 0)}setEventListener(e){this.#n=e,this.#t?.(),this.#t=e(e=>{typeof e==`boolean`?this.setFocused(e):this.onFocus()})}setFocused(e){this.#e!==e&&(this.#e=e,this.onFocus())}onFocus(){let e=this.isFocused();this.listeners.forEach(t=>{t(e)})}isFocused(){return typeof this.#e==`boolean`?this.#e:globalThis.document?.visibilityState!==`hidden`}},Id=od;function Ld(){let e=[],t=0,n=e=>{e()},r=e=>{e()},i=Id,a=r=>{t?e.push(r):i(()=>{n(r)})},o=()=>{let t=e;e=[],t.length&&i(()=>{r(()=>{t.forEach(e=>{n(e)})})})};return{batch:e=>{let n;t++;try{n=e()}finally{t--,t||o()}return n},batchCalls:e=>(...t)=>{a(()=>{e(...t)})},schedule:a,setNotifyFunction:e=>{n=e},setBatchNotifyFunction:e=>{r=e},setScheduler:e=>{i=e}}}var Q=Ld(),Rd=new class extends Pd{#e=!0;#t;#n;constructor(){super(),this.#n=e=>{if(typeof window<`u`&&window.addEventListener){let t=()=>e(!0),n=()=>e(!1);return window.addEventListener(`online`,t,!1),window.addEventListener(`offline`,n,!1),()=>{window.removeEventListener(`online`,t),window.removeEventListener(`offline`,n)}}}}onSubscribe(){this.#t||this.setEventListener(this.#n)}onUnsubscribe(){this.hasListeners()||(this.#t?.(),this.#t=void 0)}setEventListener(e){this.#n=e,this.#t?.(),this.#t=e(this.setOnline.bind(this))}setOnline(e){this.#e!==e&&(this.#e=e,this.listeners.forEach(t=>{t(e)}))}isOnline(){return this.#e}};function zd(e){return Math.min(1e3*2**e,3e4)}function Bd(e){return(e??`online`)!==`online`||Rd.isOnline()}var Vd=class extends Error{constructor(e){super(`CancelledError`),this.revert=e?.revert,this.silent=e?.silent}};function Hd(e){let t=!1,n=0,r,i=`pending`,a,o,s=new Promise((e,t)=>{a=e,o=t});s.catch(X);let c=()=>i!==`pending`,l=t=>{if(!c()){let n=new Vd(t);h(n),e.onCancel?.(n)}},u=()=>{t=!0},d=()=>{t=!1},f=()=>Fd.isFocused()&&(e.networkMode===`always`||Rd.isOnline())&&e.canRun(),p=()=>Bd(e.networkMode)&&e.canRun(),m=e=>{c()||(r?.(),i=`resolved`,a(e))},h=e=>{c()||(r?.(),i=`rejected`,o(e))},g=t=>new Promise(n=>{r=e=>{(c()||t())&&n(e)},e.onPause?.()}).then(()=>{r=void 0,c()||e.onContinue?.()}),_=()=>{if(c())return;let r,i=n===0?e.initialPromise:void 0;try{r=i??e.fn()}catch(e){r=Promise.reject(e)}Promise.resolve(r).then(m).catch(r=>{if(c())return;let i=e.retry??(Nd()?0:3),a=e.retryDelay??zd,o=typeof a==`function`?a(n,r):a,s=i===!0||typeof i==`number`&&n<i||typeof i==`function`&&i(n,r);t||!s?h(r):(n++,e.onFail?.(n,r),Sd(o).then(()=>c()||f()?void 0:g(f)).then(()=>{t?h(r):_()}))})};return{promise:s,status:()=>i,cancel:l,continue:()=>(r?.(),s),cancelRetry:u,continueRetry:d,canStart:p,start:()=>(p()?_():g(p).then(_),s)}}function Ud(e){return{onFetch:(t,n)=>{let r=t.options,i=t.fetchOptions?.meta?.fetchMore?.direction,a=t.state.data?.pages||[],o=t.state.data?.pageParams||[],s={pages:[],pageParams:[]},c=0,l=async()=>{let n=!1,l=t,u=e=>{jd(e,()=>t.signal,()=>n=!0,l[Ad])},d=Od(t.options,t.fetchOptions),f=async(e,r,i)=>{if(n)return Promise.reject(t.signal.reason);if(r==null&&e.pages.length)return Promise.resolve(e);let a=(()=>{let e={client:t.client,queryKey:t.queryKey,pageParam:r,direction:i?`backward`:`forward`,meta:t.options.meta};return u(e),e})(),o=await d(a),{maxPages:s}=t.options,c=i?Ed:Td;return{pages:c(e.pages,o,s),pageParams:c(e.pageParams,r,s)}};if(i&&a.length){let e=i===`backward`,t=e?Gd:Wd,n={pages:a,pageParams:o};s=await f(n,t(r,n),e)}else{let t=e??a.length;do{let e=c===0?o[0]===void 0?r.initialPageParam:o[0]:Wd(r,s);if(c>0&&e==null)break;s=await f(s,e),c++}while(c<t)}return s};t.fetchFn=t.options.persister?()=>t.options.persister?.(l,{client:t.client,queryKey:t.queryKey,meta:t.options.meta,signal:t.signal},n):l}}}function Wd(e,{pages:t,pageParams:n}){let r=t.length-1;return t.length>0?e.getNextPageParam(t[r],t,n[r],n):void 0}function Gd(e,{pages:t,pageParams:n}){return t.length>0?e.getPreviousPageParam?.(t[0],t,n[0],n):void 0}var Kd=class{#e;destroy(){this.clearGcTimeout()}scheduleGc(){this.clearGcTimeout(),ld(this.gcTime)&&(this.#e=ad.setTimeout(()=>{this.optionalRemove()},this.gcTime))}updateGcTime(e){this.gcTime=Math.max(this.gcTime||0,e??(Nd()?1/0:3e5))}clearGcTimeout(){this.#e!==void 0&&(ad.clearTimeout(this.#e),this.#e=void 0)}},qd=class extends Kd{#e;#t;#n;#r;#i;#a;#o;#s;#c;constructor(e){super(),this.#c=!1,this.#s=e.defaultOptions,this.setOptions(e.options),this.observers=[],this.#i=e.client,this.#r=this.#i.getQueryCache(),this.queryKey=e.queryKey,this.queryHash=e.queryHash,this.#t=Xd(this.options),this.state=e.state??this.#t,this.scheduleGc()}get meta(){return this.options.meta}get queryType(){return this.#e}get promise(){return this.#a?.promise}setOptions(e){if(this.options={...this.#s,...e},e?._type&&(this.#e=e._type),this.updateGcTime(this.options.gcTime),this.state&&this.state.data===void 0){let e=Xd(this.options);e.data!==void 0&&(this.setState(Yd(e.data,e.dataUpdatedAt)),this.#t=e)}}optionalRemove(){!this.observers.length&&this.state.fetchStatus===`idle`&&this.#r.remove(this)}setData(e,t){let n=Cd(this.state.data,e,this.options);return this.#l({data:n,type:`success`,dataUpdatedAt:t?.updatedAt,manual:t?.manual}),n}setState(e){this.#l({type:`setState`,state:e})}cancel(e){let t=this.#a?.promise;return this.#a?.cancel(e),t?t.then(X).catch(X):Promise.resolve()}destroy(){super.destroy(),this.cancel({silent:!0})}get resetState(){return this.#t}reset(){this.destroy(),this.setState(this.resetState)}isActive(){return this.observers.some(e=>Z(e.options.enabled,this)!==!1)}isDisabled(){return this.getObserversCount()>0?!this.isActive():this.options.queryFn===Dd||!this.isFetched()}isFetched(){return this.state.dataUpdateCount+this.state.errorUpdateCount>0}isStatic(){return this.state.data!==void 0&&this.getObserversCount()>0&&this.observers.some(e=>Z(e.options.staleTime,this)===`static`)}isStale(){return this.getObserversCount()>0?this.observers.some(e=>e.getCurrentResult().isStale):this.state.data===void 0||this.state.isInvalidated}isStaleByTime(e=0){return this.state.data===void 0?!0:e===`static`?!1:this.state.isInvalidated?!0:!ud(this.state.dataUpdatedAt,e)}onFocus(){this.observers.find(e=>e.shouldFetchOnWindowFocus())?.refetch({cancelRefetch:!1}),this.#a?.continue()}onOnline(){this.observers.find(e=>e.shouldFetchOnReconnect())?.refetch({cancelRefetch:!1}),this.#a?.continue()}addObserver(e){this.observers.includes(e)||(this.observers.push(e),this.clearGcTimeout(),this.#r.notify({type:`observerAdded`,query:this,observer:e}))}removeObserver(e){let t=this.observers.indexOf(e);t!==-1&&(this.observers.splice(t,1),this.observers.length||(this.#a&&(this.#c||this.state.fetchStatus===`paused`&&this.state.status===`pending`?this.#a.cancel({revert:!0}):this.#a.cancelRetry()),this.scheduleGc()),this.#r.notify({type:`observerRemoved`,query:this,observer:e}))}getObserversCount(){return this.observers.length}invalidate(){this.state.isInvalidated||this.#l({type:`invalidate`})}async fetch(e,t){if(this.state.fetchStatus!==`idle`&&this.#a?.status()!==`rejected`){if(this.state.data!==void 0&&t?.cancelRefetch)this.cancel({silent:!0});else if(this.#a&&this.#o)return this.#a.continueRetry(),this.#o}if(e&&this.setOptions(e),!this.options.queryFn){let e=this.observers.find(e=>e.options.queryFn);e&&this.setOptions(e.options)}let n=new AbortController,r=e=>{Object.defineProperties(e,{[Ad]:{value:n.signal,enumerable:!0},signal:{enumerable:!0,get:()=>(this.#c=!0,n.signal)}})},i=()=>{let e=Od(this.options,t),n=(()=>{let e={client:this.#i,queryKey:this.queryKey,meta:this.meta};return r(e),e})();return this.#c=!1,this.options.persister?this.options.persister(e,n,this):e(n)},a=(()=>{let e={fetchOptions:t,options:this.options,queryKey:this.queryKey,client:this.#i,state:this.state,fetchFn:i};return r(e),e})();(this.#e===`infinite`?Ud(this.options.pages):this.options.behavior)?.onFetch(a,this),this.#n=this.state,(this.state.fetchStatus===`idle`||this.state.fetchMeta!==a.fetchOptions?.meta)&&this.#l({type:`fetch`,meta:a.fetchOptions?.meta});let o=this.#a=Hd({initialPromise:t?.initialPromise,fn:a.fetchFn,onCancel:e=>{e instanceof Vd&&e.revert&&this.setState({...this.#n,fetchStatus:`idle`}),n.abort()},onFail:(e,t)=>{this.#l({type:`failed`,failureCount:e,error:t})},onPause:()=>{this.#l({type:`pause`})},onContinue:()=>{this.#l({type:`continue`})},retry:a.options.retry,retryDelay:a.options.retryDelay,networkMode:a.options.networkMode,canRun:()=>!0}),s=(async()=>{try{let e=await o.promise;if(e===void 0)throw Error(`${this.queryHash} data is undefined`);return this.setData(e),this.#r.config.onSuccess?.(e,this),this.#r.config.onSettled?.(e,this.state.error,this),e}catch(e){if(e instanceof Vd){if(e.silent){if(this.#a!==o&&this.#o)return this.#o;throw e}if(e.revert){if(this.state.data===void 0)throw e;return this.state.data}}throw this.#l({type:`error`,error:e}),this.#r.config.onError?.(e,this),this.#r.config.onSettled?.(this.state.data,e,this),e}finally{this.#a===o&&(this.#a=void 0,this.#o=void 0),this.scheduleGc()}})();return this.#o=s,o.start(),s}#l(e){let t=t=>{switch(e.type){case`failed`:return{...t,fetchFailureCount:e.failureCount,fetchFailureReason:e.error};case`pause`:return{...t,fetchStatus:`paused`};case`continue`:return{...t,fetchStatus:`fetching`};case`fetch`:return{...t,...Jd(t.data,this.options),fetchMeta:e.meta??null};case`success`:{let n={...t,...Yd(e.data,e.dataUpdatedAt),dataUpdateCount:t.dataUpdateCount+1,...!e.manual&&{fetchStatus:`idle`,fetchFailureCount:0,fetchFailureReason:null}};return this.#n=e.manual?n:void 0,n}case`error`:{let n=e.error;return{...t,error:n,errorUpdateCount:t.errorUpdateCount+1,errorUpdatedAt:Date.now(),fetchFailureCount:t.fetchFailureCount+1,fetchFailureReason:n,fetchStatus:`idle`,status:`error`,isInvalidated:!0}}case`invalidate`:return{...t,isInvalidated:!0};case`setState`:return{...t,...e.state}}};this.state=t(this.state),Q.batch(()=>{this.observers.slice().forEach(e=>{e.onQueryUpdate()}),this.#r.notify({query:this,type:`updated`,action:e})})}};function Jd(e,t){return{fetchFailureCount:0,fetchFailureReason:null,fetchStatus:Bd(t.networkMode)?`fetching`:`paused`,...e===void 0&&{error:null,status:`pending`}}}function Yd(e,t){return{data:e,dataUpdatedAt:t??Date.now(),error:null,isInvalidated:!1,status:`success`}}function Xd(e){let t=typeof e.initialData==`function`?e.initialData():e.initialData,n=t!==void 0,r=n?typeof e.initialDataUpdatedAt==`function`?e.initialDataUpdatedAt():e.initialDataUpdatedAt:0;return{data:t,dataUpdateCount:0,dataUpdatedAt:n?r??Date.now():0,error:null,errorUpdateCount:0,errorUpdatedAt:0,fetchFailureCount:0,fetchFailureReason:null,fetchMeta:null,isInvalidated:!1,status:n?`success`:`pending`,fetchStatus:`idle`}}var Zd=class extends Pd{#e;#t=void 0;#n=void 0;#r=void 0;#i;#a;#o;#s;#c;#l;#u;#d;#f;#p=new Set;constructor(e,t){super(),this.options=t,this.#e=e,this.#o=null,this.bindMethods(),this.setOptions(t)}bindMethods(){this.refetch=this.refetch.bind(this)}onSubscribe(){this.listeners.size===1&&(this.#t.addObserver(this),$d(this.#t,this.options)?this.#m():this.updateResult(),this.#y())}onUnsubscribe(){this.hasListeners()||this.destroy()}shouldFetchOnReconnect(){return ef(this.#t,this.options,this.options.refetchOnReconnect)}shouldFetchOnWindowFocus(){return ef(this.#t,this.options,this.options.refetchOnWindowFocus)}destroy(){this.listeners=new Set,this.#b(),this.#x(),this.#t.removeObserver(this)}setOptions(e){let t=this.options,n=this.#t;if(this.options=this.#e.defaultQueryOptions(e),this.options.enabled!==void 0&&typeof this.options.enabled!=`boolean`&&typeof this.options.enabled!=`function`&&typeof Z(this.options.enabled,this.#t)!=`boolean`)throw Error(`Expected enabled to be a boolean or a callback that returns a boolean`);this.#S(),this.#t.setOptions(this.options),t._defaulted&&!vd(this.options,t)&&this.#e.getQueryCache().notify({type:`observerOptionsUpdated`,query:this.#t,observer:this});let r=this.hasListeners();r&&tf(this.#t,n,this.options,t)&&this.#m(),this.updateResult(),r&&(this.#t!==n||Z(this.options.enabled,this.#t)!==Z(t.enabled,this.#t)||Z(this.options.staleTime,this.#t)!==Z(t.staleTime,this.#t))&&this.#g();let i=this.#_();r&&(this.#t!==n||Z(this.options.enabled,this.#t)!==Z(t.enabled,this.#t)||i!==this.#f)&&this.#v(i)}getOptimisticResult(e){let t=this.#e.getQueryCache().build(this.#e,e),n=this.createResult(t,e);return vd(this.getCurrentResult(),n)||(this.#r=n,this.#a=this.options,this.#i=this.#t.state),n}getCurrentResult(){return this.#r}trackResult(e,t){return new Proxy(e,{get:(e,n)=>(this.trackProp(n),t?.(n),Reflect.get(e,n))})}trackProp(e){this.#p.add(e)}getCurrentQuery(){return this.#t}refetch({...e}={}){return this.fetch({...e})}fetchOptimistic(e){let t=this.#e.defaultQueryOptions(e),n=this.#e.getQueryCache().build(this.#e,t),r=()=>{},i,a=new Promise(e=>{i=e,r=this.#e.getQueryCache().subscribe(i=>{i.type===`updated`&&i.query.queryHash===n.queryHash&&n.state.data!==void 0&&(r(),e(this.createResult(n,t)))})});return Promise.race([n.fetch(t).then(()=>{let e=this.createResult(n,t);return i?.(e),e}).finally(()=>{r()}),a])}fetch(e){return this.#m({...e,cancelRefetch:e.cancelRefetch??!0}).then(()=>(this.updateResult(),this.#r))}#m(e){this.#S();let t=this.#t.fetch(this.options,e);return e?.throwOnError||(t=t.catch(X)),t}#h(e){return!Nd()&&Z(this.options.enabled,this.#t)!==!1&&ld(e)}#g(){this.#b();let e=Z(this.options.staleTime,this.#t);if(this.#r.isStale||!this.#h(e))return;let t=ud(this.#r.dataUpdatedAt,e)+1;this.#u=ad.setTimeout(()=>{this.#r.isStale||this.updateResult()},t)}#_(){return Z(this.options.refetchInterval,this.#t)??!1}#v(e){this.#x(),this.#f=e,this.#f!==0&&this.#h(this.#f)&&(this.#d=ad.setInterval(()=>{(this.options.refetchIntervalInBackground||Fd.isFocused())&&this.#m()},this.#f))}#y(){this.#g(),this.#v(this.#_())}#b(){this.#u!==void 0&&(ad.clearTimeout(this.#u),this.#u=void 0)}#x(){this.#d!==void 0&&(ad.clearInterval(this.#d),this.#d=void 0)}createResult(e,t){let n=this.#t,r=this.options,i=this.#r,a=this.#i,o=this.#a,s=e===n?this.#n:e.state,{state:c}=e,l={...c},u=!1,d;if(t._optimisticResults){let i=this.hasListeners(),a=!i&&$d(e,t),o=i&&tf(e,n,t,r);(a||o)&&(l={...l,...Jd(c.data,e.options)}),t._optimisticResults===`isRestoring`&&(l.fetchStatus=`idle`)}let{error:f,errorUpdatedAt:p,status:m}=l;d=l.data;let h=!1;if(t.placeholderData!==void 0&&d===void 0&&m===`pending`){let e;i?.isPlaceholderData&&t.placeholderData===o?.placeholderData?(e=i.data,h=!0):e=typeof t.placeholderData==`function`?t.placeholderData(this.#l?.state.data,this.#l):t.placeholderData,e!==void 0&&(m=`success`,d=Cd(i?.data,e,t),u=!0)}if(t.select&&d!==void 0&&!h){if(i&&d===a?.data&&t.select===this.#s)d=this.#c;else try{this.#s=t.select,d=t.select(d),d=Cd(i?.data,d,t),this.#c=d,this.#o=null}catch(e){this.#o=e}}else d===void 0&&(this.#o=null);this.#o&&(f=this.#o,d=this.#c,p=i?.error===f?i.errorUpdatedAt:Date.now(),m=`error`,u=!1);let g=l.fetchStatus===`fetching`,_=m===`pending`,v=m===`error`,y=_&&g,b=d!==void 0;return{status:m,fetchStatus:l.fetchStatus,isPending:_,isSuccess:m===`success`,isError:v,isInitialLoading:y,isLoading:y,data:d,dataUpdatedAt:l.dataUpdatedAt,error:f,errorUpdatedAt:p,failureCount:l.fetchFailureCount,failureReason:l.fetchFailureReason,errorUpdateCount:l.errorUpdateCount,isFetched:e.isFetched(),isFetchedAfterMount:l.dataUpdateCount>s.dataUpdateCount||l.errorUpdateCount>s.errorUpdateCount,isFetching:g,isRefetching:g&&!_,isLoadingError:v&&!b,isPaused:l.fetchStatus===`paused`,isPlaceholderData:u,isRefetchError:v&&b,isStale:nf(e,t),refetch:this.refetch,isEnabled:Z(t.enabled,e)!==!1}}updateResult(){let e=this.#r,t=this.createResult(this.#t,this.options);if(this.#i=this.#t.state,this.#a=this.options,this.#i.data!==void 0&&(this.#l=this.#t),vd(t,e))return;this.#r=t;let n=(()=>{if(!e)return!0;let{notifyOnChangeProps:t}=this.options,n=typeof t==`function`?t():t;if(n===`all`||!n&&!this.#p.size||this.options.throwOnError&&this.#r.error!==e.error)return!0;for(let t of n??this.#p)if(this.#r[t]!==e[t])return!0;return!1})();Q.batch(()=>{n&&this.listeners.forEach(e=>{e(this.#r)}),this.#e.getQueryCache().notify({query:this.#t,type:`observerResultsUpdated`})})}#S(){let e=this.#e.getQueryCache().build(this.#e,this.options);if(e===this.#t)return;let t=this.#t;this.#t=e,this.#n=e.state,this.hasListeners()&&(t?.removeObserver(this),e.addObserver(this))}onQueryUpdate(){this.updateResult(),this.hasListeners()&&this.#y()}};function Qd(e,t){return Z(t.enabled,e)!==!1&&e.state.data===void 0&&(e.state.status!==`error`||Z(t.retryOnMount,e)!==!1)}function $d(e,t){return Qd(e,t)||e.state.data!==void 0&&ef(e,t,t.refetchOnMount)}function ef(e,t,n){if(Z(t.enabled,e)!==!1&&Z(t.staleTime,e)!==`static`){let r=Z(n,e);return r===`always`||r!==!1&&nf(e,t)}return!1}function tf(e,t,n,r){return(e!==t||Z(r.enabled,e)===!1)&&(!n.suspense||e.state.status!==`error`)&&nf(e,n)}function nf(e,t){return Z(t.enabled,e)!==!1&&e.isStaleByTime(Z(t.staleTime,e))}var rf=class extends Kd{#e;#t;#n;#r;constructor(e){super(),this.#e=e.client,this.mutationId=e.mutationId,this.#n=e.mutationCache,this.#t=[],this.state=e.state||af(),this.setOptions(e.options),this.scheduleGc()}setOptions(e){this.options=e,this.updateGcTime(this.options.gcTime)}get meta(){return this.options.meta}addObserver(e){this.#t.includes(e)||(this.#t.push(e),this.clearGcTimeout(),this.#n.notify({type:`observerAdded`,mutation:this,observer:e}))}removeObserver(e){this.#t=this.#t.filter(t=>t!==e),this.scheduleGc(),this.#n.notify({type:`observerRemoved`,mutation:this,observer:e})}optionalRemove(){this.#t.length||(this.state.status===`pending`?this.scheduleGc():this.#n.remove(this))}continue(){return this.#r?.continue()??(this.state.status===`pending`?this.execute(this.state.variables):Promise.resolve())}async execute(e){let t=()=>{this.#i({type:`continue`})},n={client:this.#e,meta:this.options.meta,mutationKey:this.options.mutationKey},r=this.#r=Hd({fn:()=>this.options.mutationFn?this.options.mutationFn(e,n):Promise.reject(Error(`No mutationFn found`)),onFail:(e,t)=>{this.#i({type:`failed`,failureCount:e,error:t})},onPause:()=>{this.#i({type:`pause`})},onContinue:t,retry:this.options.retry??0,retryDelay:this.options.retryDelay,networkMode:this.options.networkMode,canRun:()=>this.#n.canRun(this)}),i=this.state.status===`pending`,a=!r.canStart();try{if(i)t();else{this.#i({type:`pending`,variables:e,isPaused:a}),this.#n.config.onMutate&&await this.#n.config.onMutate(e,this,n);let t=await this.options.onMutate?.(e,n);t!==this.state.context&&this.#i({type:`pending`,context:t,variables:e,isPaused:a})}this.state.isPaused&&r.canStart()&&t();let o=await r.start();return await this.#n.config.onSuccess?.(o,e,this.state.context,this,n),await this.options.onSuccess?.(o,e,this.state.context,n),await this.#n.config.onSettled?.(o,null,this.state.variables,this.state.context,this,n),await this.options.onSettled?.(o,null,e,this.state.context,n),this.#i({type:`success`,data:o}),o}catch(t){try{await this.#n.config.onError?.(t,e,this.state.context,this,n)}catch(e){Promise.reject(e)}try{await this.options.onError?.(t,e,this.state.context,n)}catch(e){Promise.reject(e)}try{await this.#n.config.onSettled?.(void 0,t,this.state.variables,this.state.context,this,n)}catch(e){Promise.reject(e)}try{await this.options.onSettled?.(void 0,t,e,this.state.context,n)}catch(e){Promise.reject(e)}throw this.#i({type:`error`,error:t}),t}finally{this.#r===r&&(this.#r=void 0),this.#n.runNext(this)}}#i(e){let t=t=>{switch(e.type){case`failed`:return{...t,failureCount:e.failureCount,failureReason:e.error};case`pause`:return{...t,isPaused:!0};case`continue`:return{...t,isPaused:!1};case`pending`:return{...t,context:e.context,data:void 0,failureCount:0,failureReason:null,error:null,isPaused:e.isPaused,status:`pending`,variables:e.variables,submittedAt:Date.now()};case`success`:return{...t,data:e.data,failureCount:0,failureReason:null,error:null,status:`success`,isPaused:!1};case`error`:return{...t,data:void 0,error:e.error,failureCount:t.failureCount+1,failureReason:e.error,isPaused:!1,status:`error`}}};this.state=t(this.state),Q.batch(()=>{this.#t.forEach(t=>{t.onMutationUpdate(e)}),this.#n.notify({mutation:this,type:`updated`,action:e})})}};function af(){return{context:void 0,data:void 0,error:null,failureCount:0,failureReason:null,isPaused:!1,status:`idle`,variables:void 0,submittedAt:0}}var of=class extends Pd{#e;#t;#n;constructor(e={}){super(),this.config=e,this.#e=new Set,this.#t=new Map,this.#n=0}build(e,t,n){let r=new rf({client:e,mutationCache:this,mutationId:++this.#n,options:e.defaultMutationOptions(t),state:n});return this.add(r),r}add(e){this.#e.add(e);let t=sf(e);if(typeof t==`string`){let n=this.#t.get(t);n?n.push(e):this.#t.set(t,[e])}this.notify({type:`added`,mutation:e})}remove(e){if(this.#e.delete(e)){let t=sf(e);if(typeof t==`string`){let n=this.#t.get(t);if(n){if(n.length>1){let t=n.indexOf(e);t!==-1&&n.splice(t,1)}else n[0]===e&&this.#t.delete(t)}}}this.notify({type:`removed`,mutation:e})}canRun(e){let t=sf(e);if(typeof t==`string`){let n=this.#t.get(t)?.find(e=>e.state.status===`pending`);return!n||n===e}return!0}runNext(e){let t=sf(e);return typeof t==`string`?(this.#t.get(t)?.find(t=>t!==e&&t.state.isPaused))?.continue()??Promise.resolve():Promise.resolve()}clear(){Q.batch(()=>{let e=this.getAll();this.#e.clear(),this.#t.clear(),e.forEach(e=>{this.notify({type:`removed`,mutation:e})})})}getAll(){return Array.from(this.#e)}find(e){let t={exact:!0,...e};return this.getAll().find(e=>fd(t,e))}findAll(e={}){return this.getAll().filter(t=>fd(e,t))}notify(e){Q.batch(()=>{this.listeners.forEach(t=>{t(e)})})}resumePausedMutations(){let e=this.getAll().filter(e=>e.state.isPaused);return Q.batch(()=>Promise.all(e.map(e=>e.continue().catch(X))))}};function sf(e){return e.options.scope?.id}var cf=class extends Pd{#e;constructor(e={}){super(),this.config=e,this.#e=new Map}build(e,t,n){let r=t.queryKey,i=t.queryHash??pd(r,t),a=this.get(i);return a||(a=new qd({client:e,queryKey:r,queryHash:i,options:e.defaultQueryOptions(t),state:n,defaultOptions:e.getQueryDefaults(r)}),this.add(a)),a}add(e){this.#e.has(e.queryHash)||(this.#e.set(e.queryHash,e),this.notify({type:`added`,query:e}))}remove(e){this.#e.get(e.queryHash)===e&&(e.destroy(),this.#e.delete(e.queryHash),this.notify({type:`removed`,query:e}))}clear(){Q.batch(()=>{this.getAll().forEach(e=>{this.remove(e)})})}get(e){return this.#e.get(e)}getAll(){return[...this.#e.values()]}find(e){let t={exact:!0,...e};return this.getAll().find(e=>dd(t,e))}findAll(e={}){let t=this.getAll();return Object.keys(e).length>0?t.filter(t=>dd(e,t)):t}notify(e){Q.batch(()=>{this.listeners.forEach(t=>{t(e)})})}onFocus(){Q.batch(()=>{this.getAll().forEach(e=>{e.onFocus()})})}onOnline(){Q.batch(()=>{this.getAll().forEach(e=>{e.onOnline()})})}},lf=class{#e;#t;#n;#r;#i;#a;#o;#s;constructor(e={}){this.#e=e.queryCache||new cf,this.#t=e.mutationCache||new of,this.#n=e.defaultOptions||{},this.#r=new Map,this.#i=new Map,this.#a=0}mount(){this.#a++,this.#a===1&&(this.#o=Fd.subscribe(async e=>{e&&(await this.resumePausedMutations(),this.#e.onFocus())}),this.#s=Rd.subscribe(async e=>{e&&(await this.resumePausedMutations(),this.#e.onOnline())}))}unmount(){this.#a--,this.#a===0&&(this.#o?.(),this.#o=void 0,this.#s?.(),this.#s=void 0)}isFetching(e){return this.#e.findAll({...e,fetchStatus:`fetching`}).length}isMutating(e){return this.#t.findAll({...e,status:`pending`}).length}getQueryData(e){let t=this.defaultQueryOptions({queryKey:e});return this.#e.get(t.queryHash)?.state.data}ensureQueryData(e){let t=this.defaultQueryOptions(e),n=this.#e.build(this,t),r=n.state.data;return r===void 0?this.fetchQuery(e):(e.revalidateIfStale&&n.isStaleByTime(Z(t.staleTime,n))&&this.prefetchQuery(t),Promise.resolve(r))}getQueriesData(e){return this.#e.findAll(e).map(({queryKey:e,state:t})=>[e,t.data])}setQueryData(e,t,n){let r=this.defaultQueryOptions({queryKey:e}),i=this.#e.get(r.queryHash)?.state.data,a=cd(t,i);if(a!==void 0)return this.#e.build(this,r).setData(a,{...n,manual:!0})}setQueriesData(e,t,n){return Q.batch(()=>this.#e.findAll(e).map(({queryKey:e})=>[e,this.setQueryData(e,t,n)]))}getQueryState(e){let t=this.defaultQueryOptions({queryKey:e});return this.#e.get(t.queryHash)?.state}removeQueries(e){let t=this.#e;Q.batch(()=>{t.findAll(e).forEach(e=>{t.remove(e)})})}resetQueries(e,t){let n=this.#e;return Q.batch(()=>{let r=n.findAll(e),i=new Set(r);return r.forEach(e=>{e.reset()}),this.refetchQueries({type:`active`,predicate:e=>i.has(e)},t)})}cancelQueries(e,t={}){let n={revert:!0,...t},r=Q.batch(()=>this.#e.findAll(e).map(e=>e.cancel(n)));return Promise.all(r).then(X).catch(X)}invalidateQueries(e,t={}){return Q.batch(()=>(this.#e.findAll(e).forEach(e=>{e.invalidate()}),e?.refetchType===`none`?Promise.resolve():this.refetchQueries({...e,type:e?.refetchType??e?.type??`active`},t)))}refetchQueries(e,t={}){let n={...t,cancelRefetch:t.cancelRefetch??!0},r=Q.batch(()=>this.#e.findAll(e).filter(e=>!e.isDisabled()&&!e.isStatic()).map(e=>{let t=e.fetch(void 0,n),r=e.state.fetchStatus===`paused`;return(!n.throwOnError||r)&&(t=t.catch(X)),r?Promise.resolve():t}));return Promise.all(r).then(X)}async query(e){let t=this.defaultQueryOptions(e);t.retry===void 0&&(t.retry=!1);let n=this.#e.build(this,t),r=n.isStaleByTime(Z(t.staleTime,n))?await n.fetch(t):n.state.data,i=t.select;return i?i(r):r}fetchQuery(e){let t=this.defaultQueryOptions(e);t.retry===void 0&&(t.retry=!1);let n=this.#e.build(this,t);return n.isStaleByTime(Z(t.staleTime,n))?n.fetch(t):Promise.resolve(n.state.data)}prefetchQuery(e){return this.fetchQuery(e).then(X).catch(X)}infiniteQuery(e){return e._type=`infinite`,this.query(e)}fetchInfiniteQuery(e){return e._type=`infinite`,this.fetchQuery(e)}prefetchInfiniteQuery(e){return this.fetchInfiniteQuery(e).then(X).catch(X)}ensureInfiniteQueryData(e){return e._type=`infinite`,this.ensureQueryData(e)}resumePausedMutations(){return Rd.isOnline()?this.#t.resumePausedMutations():Promise.resolve()}getQueryCache(){return this.#e}getMutationCache(){return this.#t}getDefaultOptions(){return this.#n}setDefaultOptions(e){this.#n=e}setQueryDefaults(e,t){this.#r.set(md(e),{queryKey:e,defaultOptions:t})}getQueryDefaults(e){let t=[...this.#r.values()],n={};return t.forEach(t=>{hd(e,t.queryKey)&&Object.assign(n,t.defaultOptions)}),n}setMutationDefaults(e,t){this.#i.set(md(e),{mutationKey:e,defaultOptions:t})}getMutationDefaults(e){let t=[...this.#i.values()],n={};return t.forEach(t=>{hd(e,t.mutationKey)&&Object.assign(n,t.defaultOptions)}),n}defaultQueryOptions(e){if(e._defaulted)return e;let t={...this.#n.queries,...this.getQueryDefaults(e.queryKey),...e,_defaulted:!0};return t.queryHash||=pd(t.queryKey,t),t.refetchOnReconnect===void 0&&(t.refetchOnReconnect=t.networkMode!==`always`),t.throwOnError===void 0&&(t.throwOnError=!!t.suspense),!t.networkMode&&t.persister&&(t.networkMode=`offlineFirst`),t.queryFn===Dd&&(t.enabled=!1),t}defaultMutationOptions(e){return e?._defaulted?e:{...this.#n.mutations,...e?.mutationKey&&this.getMutationDefaults(e.mutationKey),...e,_defaulted:!0}}clear(){this.#e.clear(),this.#t.clear()}},uf=m.createContext(!1),df=()=>m.useContext(uf);uf.Provider;function ff(){let e=!1;return{clearReset:()=>{e=!1},reset:()=>{e=!0},isReset:()=>e}}var pf=m.createContext(ff()),mf=()=>m.useContext(pf),hf=(e,t,n)=>{let r=n?.state.status===`error`&&typeof e.throwOnError==`function`?kd(e.throwOnError,[n.state.error,n]):e.throwOnError;(e.suspense||r)&&(t.isReset()||(e.retryOnMount=!1))},gf=e=>{m.useEffect(()=>{e.clearReset()},[e])},_f=({result:e,errorResetBoundary:t,throwOnError:n,query:r,suspense:i})=>e.isError&&!t.isReset()&&!e.isFetching&&r&&(i&&e.data===void 0||kd(n,[e.error,r])),vf=e=>{if(e.suspense){let t=1e3,n=e=>e===`static`?e:Math.max(e??t,t),r=e.staleTime;e.staleTime=typeof r==`function`?(...e)=>n(r(...e)):n(r),typeof e.gcTime==`number`&&(e.gcTime=Math.max(e.gcTime,t))}},yf=(e,t)=>e?.suspense&&t.isPending,bf=(e,t,n)=>t.fetchOptimistic(e).catch(()=>{n.clearReset()});function xf(e,t,n){let r=df(),i=mf(),a=nd(n),o=a.defaultQueryOptions(e),s=a.getQueryCache().get(o.queryHash),c=e.subscribed!==!1;o._optimisticResults=r?`isRestoring`:c?`optimistic`:void 0,vf(o),hf(o,i,s),gf(i);let[l]=m.useState(()=>new t(a,o)),u=l.getOptimisticResult(o);m.useEffect(()=>{l.setOptions(o)},[o,l]);let d=!r&&c;if(m.useSyncExternalStore(m.useCallback(e=>{let t=d?l.subscribe(Q.batchCalls(e)):X;return l.updateResult(),t},[l,d]),()=>l.getCurrentResult(),()=>l.getCurrentResult()),yf(o,u))throw bf(o,l,i);if(_f({result:u,errorResetBoundary:i,throwOnError:o.throwOnError,query:s,suspense:o.suspense}))throw u.error;return o.notifyOnChangeProps?u:l.trackResult(u)}function Sf(e,t){return xf(e,Zd,t)}var Cf=class extends Error{code;requestId;field;constructor(e,t,n,r=[]){super(t),this.code=e,this.requestId=n,this.field=r,this.name=`Failure`}get passes(){return this.code===`NETWORK`||this.code===`UNAVAILABLE`}};function wf(e){return e instanceof Cf?e:new Cf(`INTERNAL`,`Something went wrong on this page. Reload it and try again.`,null)}var $=class extends String{__apiType;value;__meta__;constructor(e,t){super(e),this.value=e,this.__meta__=t}toString(){return this.value}};new $(`
    fragment AuditLine on AuditEvent {
  id
  seq
  at
  action
  sentence
  clientIp
  actor {
    kind
    id
    label
  }
  target {
    kind
    id
    label
  }
  before {
    name
    text
  }
  after {
    name
    text
  }
}
    `,{fragmentName:`AuditLine`}),new $(`
    fragment Entry on IpAllowlistEntry {
  id
  range
  note
  expiresAt
  createdAt
  createdBy {
    label
  }
  version
}
    `,{fragmentName:`Entry`}),new $(`
    fragment Impact on AllowlistImpact {
  refusedCalls
  moreKeys
  unknownCalls
  keys {
    refusedCalls
    moreAddresses
    apiKey {
      id
      name
    }
    addresses {
      address
      calls
      lastSeen
    }
  }
}
    `,{fragmentName:`Impact`}),new $(`
    fragment Spread on Propagation {
  nodes
  waitedMs
  complete
}
    `,{fragmentName:`Spread`}),new $(`
    fragment Wrong on UserError {
  code
  message
  field
}
    `,{fragmentName:`Wrong`}),new $(`
    fragment AllowlistChanged on ChangeIpAllowlistPayload {
  propagation {
    ...Spread
  }
  userErrors {
    ...Wrong
  }
}
    fragment Wrong on UserError {
  code
  message
  field
}
fragment Spread on Propagation {
  nodes
  waitedMs
  complete
}`,{fragmentName:`AllowlistChanged`}),new $(`
    fragment Use on KeyUse {
  at
  clientIp
  userAgent
  operation
}
    `,{fragmentName:`Use`}),new $(`
    fragment KeyLine on ApiKey {
  id
  name
  scope
  status
  hint
  expiresOn
  createdBy {
    kind
    label
  }
  lastUse {
    ...Use
  }
}
    fragment Use on KeyUse {
  at
  clientIp
  userAgent
  operation
}`,{fragmentName:`KeyLine`}),new $(`
    fragment KeyFull on ApiKey {
  ...KeyLine
  version
  expiresAt
  createdAt
  supersededRefusals
  disabledAt
  revokedAt
  revocationReason
  revocationNote
  rotation {
    startedAt
    oldSecretValidUntil
    oldSecretHint
    oldSecretLastUse {
      ...Use
    }
  }
  hints {
    code
    sentence
  }
}
    fragment Use on KeyUse {
  at
  clientIp
  userAgent
  operation
}
fragment KeyLine on ApiKey {
  id
  name
  scope
  status
  hint
  expiresOn
  createdBy {
    kind
    label
  }
  lastUse {
    ...Use
  }
}`,{fragmentName:`KeyFull`}),new $(`
    fragment Series on Usage {
  calls
  refusals
  rows {
    group
    calls
    refusals
  }
}
    `,{fragmentName:`Series`}),new $(`
    fragment Breakdown on Usage {
  truncated
  rows {
    group
    calls
    refusals
    lastSeen
    apiKey {
      id
      name
    }
  }
}
    `,{fragmentName:`Breakdown`}),new $(`
    fragment SupportLine on SupportSession {
  id
  workspaceId
  workspaceSlug
  workspaceName
  staff {
    label
  }
  status
  reason
  ticket
  minutes
  requestedAt
  lapsesAt
  startedAt
  endsAt
  endedAt
  endedBy {
    label
  }
  refusedAt
  decidedBy {
    label
  }
}
    `,{fragmentName:`SupportLine`}),new $(`
    fragment TenantLine on Tenant {
  id
  slug
  name
  timeZone
  createdAt
  suspendedAt
  supportApprovalRequired
  members
  keys
  activeKeys
  allowlistEntries
}
    `,{fragmentName:`TenantLine`}),new $(`
    fragment WorkspaceFull on Workspace {
  id
  slug
  name
  timeZone
  longestLifetimeDays
  disableUnusedAfterDays
  supportApprovalRequired
  suspendedAt
  version
  apiUrl
}
    `,{fragmentName:`WorkspaceFull`}),new $(`
    fragment ImpactKey on ApiKey {
  id
  name
  hint
  expiresOn
  lastUse {
    at
  }
}
    `,{fragmentName:`ImpactKey`}),new $(`
    fragment KeysImpact on WorkspaceImpact {
  stops {
    ...ImpactKey
  }
  moreStops
  starts {
    ...ImpactKey
  }
  moreStarts
  disables {
    ...ImpactKey
  }
  moreDisables
  outlive {
    ...ImpactKey
  }
  moreOutlive
}
    fragment ImpactKey on ApiKey {
  id
  name
  hint
  expiresOn
  lastUse {
    at
  }
}`,{fragmentName:`KeysImpact`});var Tf=new $(`
    subscription WorkspaceChanges($workspace: ID!) {
  workspaceChanges(workspaceId: $workspace) {
    kind
    apiKeyId
  }
}
    `),Ef=new $(`
    query Me {
  me {
    id
    email
    name
    isStaff
    secondFactor {
      totpSince
    }
    memberships {
      role
      workspace {
        id
        slug
        name
        timeZone
        viewerMay
      }
    }
  }
}
    `),Df=new $(`
    mutation Reauthenticate($input: ReauthenticateInput!) {
  reauthenticate(input: $input) {
    userErrors {
      ...Wrong
    }
  }
}
    fragment Wrong on UserError {
  code
  message
  field
}`),Of=new $(`
    mutation SignOut {
  signOut {
    userErrors {
      ...Wrong
    }
  }
}
    fragment Wrong on UserError {
  code
  message
  field
}`),kf=new $(`
    query AuditLog($workspace: ID!, $first: Int!, $after: String, $filter: AuditEventFilter) {
  workspace(id: $workspace) {
    auditEvents(first: $first, after: $after, filter: $filter) {
      totalCount
      totalCountIsExact
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        node {
          ...AuditLine
        }
      }
    }
  }
}
    fragment AuditLine on AuditEvent {
  id
  seq
  at
  action
  sentence
  clientIp
  actor {
    kind
    id
    label
  }
  target {
    kind
    id
    label
  }
  before {
    name
    text
  }
  after {
    name
    text
  }
}`),Af=new $(`
    query AuditActions {
  auditActions {
    name
    sentence
  }
}
    `),jf=new $(`
    query Allowlist($workspace: ID!, $first: Int!, $after: String) {
  workspace(id: $workspace) {
    ipAllowlist {
      active
      viewerAddress
      entries(first: $first, after: $after) {
        totalCount
        pageInfo {
          hasNextPage
          endCursor
        }
        edges {
          node {
            ...Entry
          }
        }
      }
    }
  }
}
    fragment Entry on IpAllowlistEntry {
  id
  range
  note
  expiresAt
  createdAt
  createdBy {
    label
  }
  version
}`),Mf=new $(`
    query CheckAddress($workspace: ID!, $address: String!) {
  workspace(id: $workspace) {
    ipAllowlist {
      active
      check(address: $address) {
        address
        allowed
        entry {
          range
          note
        }
      }
    }
  }
}
    `),Nf=new $(`
    query AllowlistPreview($workspace: ID!, $add: [String!], $remove: [ID!]) {
  workspace(id: $workspace) {
    ipAllowlist {
      preview(add: $add, remove: $remove) {
        ...Impact
      }
    }
  }
}
    fragment Impact on AllowlistImpact {
  refusedCalls
  moreKeys
  unknownCalls
  keys {
    refusedCalls
    moreAddresses
    apiKey {
      id
      name
    }
    addresses {
      address
      calls
      lastSeen
    }
  }
}`),Pf=new $(`
    mutation AddIpAllowlistEntries($input: AddIpAllowlistEntriesInput!) {
  addIpAllowlistEntries(input: $input) {
    ...AllowlistChanged
  }
}
    fragment Wrong on UserError {
  code
  message
  field
}
fragment AllowlistChanged on ChangeIpAllowlistPayload {
  propagation {
    ...Spread
  }
  userErrors {
    ...Wrong
  }
}
fragment Spread on Propagation {
  nodes
  waitedMs
  complete
}`),Ff=new $(`
    mutation UpdateIpAllowlistEntry($input: UpdateIpAllowlistEntryInput!) {
  updateIpAllowlistEntry(input: $input) {
    ...AllowlistChanged
  }
}
    fragment Wrong on UserError {
  code
  message
  field
}
fragment AllowlistChanged on ChangeIpAllowlistPayload {
  propagation {
    ...Spread
  }
  userErrors {
    ...Wrong
  }
}
fragment Spread on Propagation {
  nodes
  waitedMs
  complete
}`),If=new $(`
    mutation RemoveIpAllowlistEntries($input: RemoveIpAllowlistEntriesInput!) {
  removeIpAllowlistEntries(input: $input) {
    ...AllowlistChanged
  }
}
    fragment Wrong on UserError {
  code
  message
  field
}
fragment AllowlistChanged on ChangeIpAllowlistPayload {
  propagation {
    ...Spread
  }
  userErrors {
    ...Wrong
  }
}
fragment Spread on Propagation {
  nodes
  waitedMs
  complete
}`),Lf=new $(`
    query ApiKey($workspace: ID!, $id: ID!) {
  workspace(id: $workspace) {
    apiUrl
    longestLifetimeDays
    apiKey(id: $id) {
      ...KeyFull
    }
  }
}
    fragment KeyFull on ApiKey {
  ...KeyLine
  version
  expiresAt
  createdAt
  supersededRefusals
  disabledAt
  revokedAt
  revocationReason
  revocationNote
  rotation {
    startedAt
    oldSecretValidUntil
    oldSecretHint
    oldSecretLastUse {
      ...Use
    }
  }
  hints {
    code
    sentence
  }
}
fragment Use on KeyUse {
  at
  clientIp
  userAgent
  operation
}
fragment KeyLine on ApiKey {
  id
  name
  scope
  status
  hint
  expiresOn
  createdBy {
    kind
    label
  }
  lastUse {
    ...Use
  }
}`),Rf=new $(`
    mutation UpdateApiKey($input: UpdateApiKeyInput!) {
  updateApiKey(input: $input) {
    propagation {
      ...Spread
    }
    userErrors {
      ...Wrong
    }
  }
}
    fragment Wrong on UserError {
  code
  message
  field
}
fragment Spread on Propagation {
  nodes
  waitedMs
  complete
}`),zf=new $(`
    mutation RevokeApiKey($input: RevokeApiKeyInput!) {
  revokeApiKey(input: $input) {
    propagation {
      ...Spread
    }
    userErrors {
      ...Wrong
    }
  }
}
    fragment Wrong on UserError {
  code
  message
  field
}
fragment Spread on Propagation {
  nodes
  waitedMs
  complete
}`),Bf=new $(`
    mutation SetApiKeyDisabled($input: SetApiKeyDisabledInput!) {
  setApiKeyDisabled(input: $input) {
    propagation {
      ...Spread
    }
    userErrors {
      ...Wrong
    }
  }
}
    fragment Wrong on UserError {
  code
  message
  field
}
fragment Spread on Propagation {
  nodes
  waitedMs
  complete
}`),Vf=new $(`
    mutation StartApiKeyRotation($input: StartApiKeyRotationInput!) {
  startApiKeyRotation(input: $input) {
    secret
    userErrors {
      ...Wrong
    }
  }
}
    fragment Wrong on UserError {
  code
  message
  field
}`),Hf=new $(`
    mutation FinishApiKeyRotation($input: FinishApiKeyRotationInput!) {
  finishApiKeyRotation(input: $input) {
    propagation {
      ...Spread
    }
    userErrors {
      ...Wrong
    }
  }
}
    fragment Wrong on UserError {
  code
  message
  field
}
fragment Spread on Propagation {
  nodes
  waitedMs
  complete
}`),Uf=new $(`
    mutation CancelApiKeyRotation($input: CancelApiKeyRotationInput!) {
  cancelApiKeyRotation(input: $input) {
    propagation {
      ...Spread
    }
    userErrors {
      ...Wrong
    }
  }
}
    fragment Wrong on UserError {
  code
  message
  field
}
fragment Spread on Propagation {
  nodes
  waitedMs
  complete
}`),Wf=new $(`
    query ApiKeys($workspace: ID!, $first: Int!, $after: String, $filter: ApiKeyFilter, $orderBy: ApiKeyOrder) {
  workspace(id: $workspace) {
    apiKeys(first: $first, after: $after, filter: $filter, orderBy: $orderBy) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        node {
          ...KeyLine
        }
      }
    }
  }
}
    fragment Use on KeyUse {
  at
  clientIp
  userAgent
  operation
}
fragment KeyLine on ApiKey {
  id
  name
  scope
  status
  hint
  expiresOn
  createdBy {
    kind
    label
  }
  lastUse {
    ...Use
  }
}`),Gf=new $(`
    mutation CreateApiKey($input: CreateApiKeyInput!) {
  createApiKey(input: $input) {
    secret
    apiKey {
      id
      name
      scope
    }
    propagation {
      ...Spread
    }
    userErrors {
      ...Wrong
    }
  }
}
    fragment Wrong on UserError {
  code
  message
  field
}
fragment Spread on Propagation {
  nodes
  waitedMs
  complete
}`),Kf=new $(`
    query KeyRules($workspace: ID!) {
  workspace(id: $workspace) {
    longestLifetimeDays
    apiUrl
  }
}
    `),qf=new $(`
    query ExplainRefusal($workspace: ID!, $receipt: String!) {
  workspace(id: $workspace) {
    explainRefusal(receipt: $receipt) {
      at
      reason
      sentence
      setting
      operation
      clientIp
      scope
      accessNeeded
      requestId
      apiKey {
        id
        name
        status
      }
    }
  }
}
    `),Jf=new $(`
    query KeySeries($workspace: ID!, $id: ID!, $range: UsageRange!, $by: UsageGroup!) {
  workspace(id: $workspace) {
    apiKey(id: $id) {
      usage(range: $range, groupBy: $by) {
        ...Series
      }
    }
  }
}
    fragment Series on Usage {
  calls
  refusals
  rows {
    group
    calls
    refusals
  }
}`),Yf=new $(`
    query KeyBreakdown($workspace: ID!, $id: ID!, $range: UsageRange!, $by: UsageGroup!) {
  workspace(id: $workspace) {
    apiKey(id: $id) {
      usage(range: $range, groupBy: $by) {
        ...Breakdown
      }
    }
  }
}
    fragment Breakdown on Usage {
  truncated
  rows {
    group
    calls
    refusals
    lastSeen
    apiKey {
      id
      name
    }
  }
}`),Xf=new $(`
    query WorkspaceSeries($workspace: ID!, $range: UsageRange!, $by: UsageGroup!) {
  workspace(id: $workspace) {
    usage(range: $range, groupBy: $by) {
      ...Series
    }
  }
}
    fragment Series on Usage {
  calls
  refusals
  rows {
    group
    calls
    refusals
  }
}`),Zf=new $(`
    query WorkspaceBreakdown($workspace: ID!, $range: UsageRange!, $by: UsageGroup!) {
  workspace(id: $workspace) {
    usage(range: $range, groupBy: $by) {
      ...Breakdown
    }
  }
}
    fragment Breakdown on Usage {
  truncated
  rows {
    group
    calls
    refusals
    lastSeen
    apiKey {
      id
      name
    }
  }
}`),Qf=new $(`
    query SecurityOfPerson {
  me {
    id
    email
    secondFactor {
      totpSince
      recoveryCodesLeft
    }
    identities {
      id
      issuer
      account
      linkedAt
      lastUsedAt
      provider {
        name
        label
      }
    }
  }
  signInMethods {
    providers {
      name
      label
    }
  }
}
    `),$f=new $(`
    mutation StartTotp {
  startTotpEnrollment {
    secret
    uri
    userErrors {
      ...Wrong
    }
  }
}
    fragment Wrong on UserError {
  code
  message
  field
}`),ep=new $(`
    mutation ConfirmTotp($input: ConfirmTotpEnrollmentInput!) {
  confirmTotpEnrollment(input: $input) {
    recoveryCodes
    userErrors {
      ...Wrong
    }
  }
}
    fragment Wrong on UserError {
  code
  message
  field
}`),tp=new $(`
    mutation DisableTotp($input: DisableTotpInput!) {
  disableTotp(input: $input) {
    userErrors {
      ...Wrong
    }
  }
}
    fragment Wrong on UserError {
  code
  message
  field
}`),np=new $(`
    mutation NewRecoveryCodes($input: RegenerateRecoveryCodesInput!) {
  regenerateRecoveryCodes(input: $input) {
    recoveryCodes
    userErrors {
      ...Wrong
    }
  }
}
    fragment Wrong on UserError {
  code
  message
  field
}`),rp=new $(`
    mutation LinkIdentity($input: LinkIdentityInput!) {
  linkIdentity(input: $input) {
    url
    userErrors {
      ...Wrong
    }
  }
}
    fragment Wrong on UserError {
  code
  message
  field
}`),ip=new $(`
    mutation UnlinkIdentity($input: UnlinkIdentityInput!) {
  unlinkIdentity(input: $input) {
    userErrors {
      ...Wrong
    }
  }
}
    fragment Wrong on UserError {
  code
  message
  field
}`),ap=new $(`
    query Waiting {
  secondFactorChallenge {
    attemptsLeft
  }
}
    `),op=new $(`
    mutation SignIn($input: SignInInput!) {
  signIn(input: $input) {
    secondFactor {
      attemptsLeft
    }
    userErrors {
      ...Wrong
    }
  }
}
    fragment Wrong on UserError {
  code
  message
  field
}`),sp=new $(`
    mutation CompleteSignIn($input: CompleteSignInInput!) {
  completeSignIn(input: $input) {
    userErrors {
      ...Wrong
    }
  }
}
    fragment Wrong on UserError {
  code
  message
  field
}`),cp=new $(`
    query MySupportSessions {
  support {
    sessions {
      ...SupportLine
    }
  }
}
    fragment SupportLine on SupportSession {
  id
  workspaceId
  workspaceSlug
  workspaceName
  staff {
    label
  }
  status
  reason
  ticket
  minutes
  requestedAt
  lapsesAt
  startedAt
  endsAt
  endedAt
  endedBy {
    label
  }
  refusedAt
  decidedBy {
    label
  }
}`),lp=new $(`
    query Tenants($search: String!, $first: Int!, $after: String) {
  support {
    tenants(search: $search, first: $first, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        node {
          ...TenantLine
        }
      }
    }
  }
}
    fragment TenantLine on Tenant {
  id
  slug
  name
  timeZone
  createdAt
  suspendedAt
  supportApprovalRequired
  members
  keys
  activeKeys
  allowlistEntries
}`),up=new $(`
    query LookedInto($slug: String!) {
  workspace(slug: $slug) {
    id
    slug
    name
    timeZone
    viewerMay
    supportSession {
      ...SupportLine
    }
  }
}
    fragment SupportLine on SupportSession {
  id
  workspaceId
  workspaceSlug
  workspaceName
  staff {
    label
  }
  status
  reason
  ticket
  minutes
  requestedAt
  lapsesAt
  startedAt
  endsAt
  endedAt
  endedBy {
    label
  }
  refusedAt
  decidedBy {
    label
  }
}`),dp=new $(`
    query Visitors($workspace: ID!) {
  workspace(id: $workspace) {
    running: supportSessions(first: 10, filter: {status: OPEN}) {
      edges {
        node {
          ...SupportLine
        }
      }
    }
    waiting: supportSessions(first: 10, filter: {status: PENDING_APPROVAL}) {
      edges {
        node {
          ...SupportLine
        }
      }
    }
  }
}
    fragment SupportLine on SupportSession {
  id
  workspaceId
  workspaceSlug
  workspaceName
  staff {
    label
  }
  status
  reason
  ticket
  minutes
  requestedAt
  lapsesAt
  startedAt
  endsAt
  endedAt
  endedBy {
    label
  }
  refusedAt
  decidedBy {
    label
  }
}`),fp=new $(`
    query SupportSessions($workspace: ID!, $first: Int!, $after: String) {
  workspace(id: $workspace) {
    supportSessions(first: $first, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        node {
          ...SupportLine
        }
      }
    }
  }
}
    fragment SupportLine on SupportSession {
  id
  workspaceId
  workspaceSlug
  workspaceName
  staff {
    label
  }
  status
  reason
  ticket
  minutes
  requestedAt
  lapsesAt
  startedAt
  endsAt
  endedAt
  endedBy {
    label
  }
  refusedAt
  decidedBy {
    label
  }
}`),pp=new $(`
    mutation StartSupportSession($input: StartSupportSessionInput!) {
  startSupportSession(input: $input) {
    supportSession {
      ...SupportLine
    }
    userErrors {
      ...Wrong
    }
  }
}
    fragment Wrong on UserError {
  code
  message
  field
}
fragment SupportLine on SupportSession {
  id
  workspaceId
  workspaceSlug
  workspaceName
  staff {
    label
  }
  status
  reason
  ticket
  minutes
  requestedAt
  lapsesAt
  startedAt
  endsAt
  endedAt
  endedBy {
    label
  }
  refusedAt
  decidedBy {
    label
  }
}`),mp=new $(`
    mutation EndSupportSession($input: EndSupportSessionInput!) {
  endSupportSession(input: $input) {
    userErrors {
      ...Wrong
    }
  }
}
    fragment Wrong on UserError {
  code
  message
  field
}`),hp=new $(`
    mutation ApproveSupportSession($input: ApproveSupportSessionInput!) {
  approveSupportSession(input: $input) {
    userErrors {
      ...Wrong
    }
  }
}
    fragment Wrong on UserError {
  code
  message
  field
}`),gp=new $(`
    mutation RefuseSupportSession($input: RefuseSupportSessionInput!) {
  refuseSupportSession(input: $input) {
    userErrors {
      ...Wrong
    }
  }
}
    fragment Wrong on UserError {
  code
  message
  field
}`),_p=new $(`
    query WorkspaceSettings($workspace: ID!) {
  workspace(id: $workspace) {
    ...WorkspaceFull
  }
}
    fragment WorkspaceFull on Workspace {
  id
  slug
  name
  timeZone
  longestLifetimeDays
  disableUnusedAfterDays
  supportApprovalRequired
  suspendedAt
  version
  apiUrl
}`),vp=new $(`
    mutation UpdateWorkspace($input: UpdateWorkspaceInput!) {
  updateWorkspace(input: $input) {
    workspace {
      ...WorkspaceFull
    }
    impact {
      ...KeysImpact
    }
    propagation {
      ...Spread
    }
    userErrors {
      ...Wrong
    }
  }
}
    fragment Wrong on UserError {
  code
  message
  field
}
fragment Spread on Propagation {
  nodes
  waitedMs
  complete
}
fragment WorkspaceFull on Workspace {
  id
  slug
  name
  timeZone
  longestLifetimeDays
  disableUnusedAfterDays
  supportApprovalRequired
  suspendedAt
  version
  apiUrl
}
fragment KeysImpact on WorkspaceImpact {
  stops {
    ...ImpactKey
  }
  moreStops
  starts {
    ...ImpactKey
  }
  moreStarts
  disables {
    ...ImpactKey
  }
  moreDisables
  outlive {
    ...ImpactKey
  }
  moreOutlive
}
fragment ImpactKey on ApiKey {
  id
  name
  hint
  expiresOn
  lastUse {
    at
  }
}`),yp=(e,t)=>[e.toString(),t];function bp(){let e=new lf({queryCache:new cf({onError:t=>xp(e,t)}),defaultOptions:{queries:{retry:(e,t)=>e<2&&wf(t).passes,retryDelay:e=>500*2**e}}});return e}function xp(e,t){wf(t).code===`UNAUTHENTICATED`&&e.setQueryData(yp(Ef,{}),{me:null})}var Sp=15e3;async function Cp(e,t,n){let r=await wp(e.toString(),t,n),i=r.headers.get(`X-Request-Id`),a=await Tp(r,i),o=a.errors?.[0];if(o)throw new Cf(o.extensions?.code??`INTERNAL`,o.message,o.extensions?.requestId??i,o.extensions?.field);if(!a.data)throw new Cf(`INTERNAL`,`The server answered without data.`,i);return a.data}async function wp(e,t,n){let r=[AbortSignal.timeout(Sp),...n?[n]:[]];try{return await fetch(`/graphql`,{method:`POST`,headers:{"Content-Type":`application/json`,Accept:`application/graphql-response+json`},credentials:`same-origin`,body:JSON.stringify({query:e,variables:t}),signal:AbortSignal.any(r)})}catch(e){throw n?.aborted?e:new Cf(`NETWORK`,`The server could not be reached. Check your connection, then try again.`,null)}}async function Tp(e,t){try{return await e.json()}catch{throw new Cf(`UNAVAILABLE`,`The server gave no usable answer. Try again in a moment.`,t)}}function Ep({size:e=`md`,...t}){let n=ne(`(max-width: 36em)`,!1,{getInitialValueInEffect:!1});return(0,B.jsx)(Eu,{size:e,fullScreen:n,centered:!n,closeButtonProps:{"aria-label":`Close`},transitionProps:{duration:120},...t})}var Dp={key:`M14.5 9.5 21 3m-3.5 3.5 2.5 2.5M15 14.5a5.5 5.5 0 1 1-11 0 5.5 5.5 0 0 1 11 0Z`,plus:`M12 5v14M5 12h14`,search:`m20 20-4.3-4.3M18 11a7 7 0 1 1-14 0 7 7 0 0 1 14 0Z`,copy:`M9 9h11v11H9zM5 15H4V4h11v1`,done:`m5 12.5 4.5 4.5L19 7.5`,cross:`M6 6l12 12M18 6 6 18`,up:`m6 15 6-6 6 6`,down:`m6 9 6 6 6-6`,left:`m15 6-6 6 6 6`,right:`m9 6 6 6-6 6`,order:`m8 9 4-4 4 4M8 15l4 4 4-4`,more:`M5 12h.01M12 12h.01M19 12h.01`,edit:`M4 20h4L19 9l-4-4L4 16v4ZM13.5 6.5l4 4`,rotate:`M20 11a8 8 0 0 0-14.5-3.5L4 9m0-5v5h5M4 13a8 8 0 0 0 14.5 3.5L20 15m0 5v-5h-5`,pause:`M9 5v14M15 5v14`,play:`M7 5v14l11-7L7 5Z`,stop:`M21 12a9 9 0 1 1-18 0 9 9 0 0 1 18 0ZM5.7 5.7l12.6 12.6`,eye:`M2.5 12S6 5.5 12 5.5 21.5 12 21.5 12 18 18.5 12 18.5 2.5 12 2.5 12ZM15 12a3 3 0 1 1-6 0 3 3 0 0 1 6 0Z`,write:`M12 4v11m0 0-4-4m4 4 4-4M5 19h14`,all:`M12 3 4 6v6c0 5 3.5 8 8 9 4.5-1 8-4 8-9V6l-8-3Z`,shield:`M12 3 4 6v6c0 5 3.5 8 8 9 4.5-1 8-4 8-9V6l-8-3Zm-3.5 9 2.5 2.5 4.5-5`,info:`M12 11v5m0-8.5v.01M21 12a9 9 0 1 1-18 0 9 9 0 0 1 18 0Z`,warn:`M12 9v4.5m0 3v.01M10.3 4 2.5 17.5A2 2 0 0 0 4.2 20.5h15.6a2 2 0 0 0 1.7-3L13.7 4a2 2 0 0 0-3.4 0Z`,trash:`M4 7h16M9 7V4h6v3m-8 0 1 13h8l1-13`,sun:`M16 12a4 4 0 1 1-8 0 4 4 0 0 1 8 0ZM12 2v2m0 16v2M2 12h2m16 0h2M4.9 4.9l1.4 1.4m11.4 11.4 1.4 1.4m0-14.2-1.4 1.4M6.3 17.7l-1.4 1.4`,moon:`M20 14.5A8.5 8.5 0 0 1 9.5 4 8.5 8.5 0 1 0 20 14.5Z`,screen:`M3 5h18v11H3zM9 20h6m-3-4v4`,leave:`M14 4h5v16h-5M4 12h11m-4-4 4 4-4 4`,code:`m8 7-5 5 5 5m8-10 5 5-5 5`,building:`M5 20V5l7-2v17m0-11h7v11M3 20h18M8 8h1m-1 4h1m-1 4h1m6-3h1m-1 4h1`,people:`M12 8a3.5 3.5 0 1 1-7 0 3.5 3.5 0 0 1 7 0ZM2 19.5c.5-4 3-6 6.5-6s6 2 6.5 6M15.5 4.8a3.5 3.5 0 0 1 0 6.4M18 14c2 .8 3.3 2.6 3.7 5.5`,list:`M8 6h12M8 12h12M8 18h12M4 6h.01M4 12h.01M4 18h.01`};function Op({name:e,size:t=16}){return(0,B.jsx)(`svg`,{width:t,height:t,viewBox:`0 0 24 24`,fill:`none`,stroke:`currentColor`,strokeWidth:`1.9`,strokeLinecap:`round`,strokeLinejoin:`round`,"aria-hidden":`true`,focusable:`false`,children:(0,B.jsx)(`path`,{d:Dp[e]})})}var kp={notice:`_notice_1li7w_1`,icon:`_icon_1li7w_17`,words:`_words_1li7w_23`,title:`_title_1li7w_29`,action:`_action_1li7w_33`},Ap={good:`done`,info:`info`,warn:`warn`,bad:`warn`,quiet:`info`};function jp({tone:e,title:t,children:n,action:r}){return(0,B.jsxs)(`div`,{className:kp.notice,"data-tone":e,role:e===`bad`?`alert`:void 0,children:[(0,B.jsx)(`span`,{className:kp.icon,children:(0,B.jsx)(Op,{name:Ap[e],size:18})}),(0,B.jsxs)(`div`,{className:kp.words,children:[t&&(0,B.jsx)(`div`,{className:kp.title,children:t}),n&&(0,B.jsx)(`div`,{children:n})]}),r&&(0,B.jsx)(`div`,{className:kp.action,children:r})]})}function Mp({rest:e=[],cancel:t,label:n,busy:r,danger:i,disabled:a}){return(0,B.jsxs)(B.Fragment,{children:[e.map(e=>(0,B.jsx)(jp,{tone:`bad`,children:e.message},e.message)),(0,B.jsxs)(Xs,{justify:`flex-end`,children:[(0,B.jsx)(su,{variant:`default`,onClick:t,children:`Cancel`}),(0,B.jsx)(su,{type:`submit`,loading:r,color:i?`red`:void 0,disabled:a,children:n})]})]})}var Np=(0,m.createContext)(null);function Pp(){let e=(0,m.use)(Np);if(!e)throw Error(`usePerson is for what is inside the Gate`);return e}var Fp=300,Ip=(0,m.createContext)(()=>Promise.resolve(!1)),Lp=()=>(0,m.use)(Ip);function Rp({children:e}){let t=(0,m.useRef)([]),[n,r]=(0,m.useState)(!1),i=(0,m.useCallback)(()=>(r(!0),new Promise(e=>t.current.push(e))),[]),a=e=>{r(!1);for(let n of t.current.splice(0))n(e)};return(0,B.jsxs)(Ip,{value:i,children:[e,(0,B.jsx)(Ep,{title:`Confirm that it is you`,zIndex:Fp,opened:n,onClose:()=>a(!1),children:(0,B.jsx)(zp,{done:()=>a(!0),cancel:()=>a(!1)})})]})}function zp({done:e,cancel:t}){let{email:n,secondFactor:r}=Pp(),[i,a]=(0,m.useState)(``),[o,s]=(0,m.useState)(``),[c,l]=(0,m.useState)([]),[u,d]=(0,m.useState)(!1),f=r.totpSince!==null,p=async t=>{t.preventDefault(),d(!0);let n=await Vp(f?{password:i,...Bp(o)}:{password:i});d(!1),l(n),n.length===0&&e()},h=c.find(e=>e.code===`SECOND_FACTOR_WRONG`||e.code===`SECOND_FACTOR_NEEDED`),g=c.find(e=>e!==h);return(0,B.jsx)(`form`,{onSubmit:p,children:(0,B.jsxs)(Iu,{children:[(0,B.jsxs)(Ql,{size:`sm`,children:[`You signed in a while ago, and this change needs to be sure. Enter the password of `,(0,B.jsx)(`b`,{children:n}),`; then the change goes on by itself.`]}),(0,B.jsx)(Mu,{label:`Password`,autoComplete:`current-password`,"data-autofocus":!0,required:!0,value:i,onChange:e=>a(e.currentTarget.value),error:g?.message}),f&&(0,B.jsx)(Lu,{label:`Code`,description:`The six digits that your authenticator app shows, or a recovery code.`,autoComplete:`one-time-code`,required:!0,value:o,onChange:e=>s(e.currentTarget.value),error:h?.message}),(0,B.jsx)(Mp,{cancel:t,label:`Confirm`,busy:u})]})})}function Bp(e){let t=e.replace(/\s/g,``);return/^\d{6}$/.test(t)?{code:t}:{recoveryCode:e.trim()}}async function Vp(e){try{let{reauthenticate:t}=await Cp(Df,{input:e});return t.userErrors}catch(e){return[wf(e)]}}function Hp(e){ed.show({title:`That did not work`,message:(0,B.jsxs)(B.Fragment,{children:[(0,B.jsx)(Ql,{size:`sm`,children:e.message}),e.requestId&&(0,B.jsxs)(Ql,{size:`xs`,mt:4,children:[`Request id `,(0,B.jsx)(uu,{children:e.requestId})]})]}),color:`red`,autoClose:15e3,closeButtonProps:{"aria-label":`Close this message`},role:`alert`})}function Up(e){ed.show({message:e,color:`green`,autoClose:6e3,closeButtonProps:{"aria-label":`Close this message`}})}var Wp=(e,t)=>({document:e,of:e=>t(e)});async function Gp(e,t){let n=[];for(let{document:r,of:i}of t){let t={predicate:({queryKey:e})=>e[0]===r.toString()};await e.cancelQueries(t);for(let[r,a]of e.getQueriesData(t))a!==void 0&&n.push([r,a,e.setQueryData(r,i(a))])}return()=>{for(let[t,r,i]of n)e.getQueryData(t)===i&&e.setQueryData(t,r)}}function Kp(e,t,n){return{...e,edges:e.edges.map(e=>e.node.id===t?{...e,node:n(e.node)}:e)}}var qp=4e4;async function Jp(e,t,{signal:n,open:r,each:i}){let a=new AbortController,o=setTimeout(()=>a.abort(),qp);try{let s=await fetch(`/graphql`,{method:`POST`,headers:{"Content-Type":`application/json`,Accept:`text/event-stream`},credentials:`same-origin`,body:JSON.stringify({query:e.toString(),variables:t}),signal:AbortSignal.any([n,a.signal])});if(!s.ok||!s.body)return Yp(await s.json());let c=!1,l=``,u=s.body.pipeThrough(new TextDecoderStream).getReader();for(let e=await u.read();!e.done;e=await u.read()){clearTimeout(o),o=setTimeout(()=>a.abort(),qp);let t=(l+e.value).split(`

`);l=t.pop()??``;for(let e of t){let t=Xp(e),n=t&&Yp(t);if(n)return n;c||r(),c=!0,t?.data&&i(t.data)}}}catch{}finally{clearTimeout(o),a.abort()}return null}var Yp=e=>e.errors?.[0]?.extensions?.code??null;function Xp(e){let t=e.split(`
`);if(!t.includes(`event: next`))return null;let n=t.filter(e=>e.startsWith(`data:`)).map(e=>e.slice(5).trim());return JSON.parse(n.join(`
`))}var[Zp,Qp]=[1e3,16e3];function $p(e,t=Math.random()){return Math.min(Zp*2**e,Qp)*(1+t)}function em(e,t){return new Promise(n=>{let r=()=>{clearTimeout(i),removeEventListener(`online`,r),t.removeEventListener(`abort`,r),n()},i=setTimeout(r,e);addEventListener(`online`,r),t.addEventListener(`abort`,r)})}var tm={WORKSPACE:[`workspace`],API_KEYS:[`apiKeys`,`apiKey`,`preview`],IP_ALLOWLIST:[`ipAllowlist`],MEMBERS:[`members`,`invitations`,`memberships`,`creatorHasLeft`],SUPPORT_SESSIONS:[`supportSession`,`supportSessions`],AUDIT:[`auditEvents`],USAGE:[`usage`,`lastUse`,`oldSecretLastUse`,`hints`,`supersededRefusals`]};function nm({kind:e,apiKeyId:t},n,r){if(e===`EVERYTHING`)return!0;let i=im(n);if(!tm[e].some(e=>i.has(e)))return!1;let{id:a}=r??{};return e!==`API_KEYS`||!t||i.has(`apiKeys`)||typeof a!=`string`||a===t}var rm=new Map;function im(e){let t=rm.get(e)??new Set(e.match(/[A-Za-z]\w*/g));return rm.set(e,t),t}var am=1e4,om=[`UNAUTHENTICATED`,`NOT_FOUND`,`FORBIDDEN`],sm=(0,m.createContext)({live:!1,lost:!1}),cm=()=>(0,m.use)(sm).live,lm=()=>(0,m.use)(sm).lost;function um({workspaceId:e,children:t}){let n=nd(),[r,i]=(0,m.useState)(!1),a=dm();(0,m.useEffect)(()=>{if(!a)return;let t=new AbortController,{signal:r}=t,o=e=>void n.invalidateQueries({predicate:({queryKey:[t,n]})=>nm(e,String(t),n)});return(async()=>{for(let t=0;!r.aborted;t++){let a=await Jp(Tf,{workspace:e},{signal:r,open:()=>{t=0,i(!0),o({kind:`EVERYTHING`,apiKeyId:null})},each:e=>o(e.workspaceChanges)});if(r.aborted)return;if(i(!1),a&&om.includes(a))return xp(n,new Cf(a,``,null)),o({kind:`EVERYTHING`,apiKeyId:null});await em($p(t),r)}})(),()=>{t.abort(),i(!1)}},[n,e,a]);let o=(0,m.useMemo)(()=>({live:r,lost:a&&!r}),[r,a]);return(0,B.jsx)(sm,{value:o,children:t})}function dm(){let[e,t]=(0,m.useState)(()=>document.visibilityState===`visible`);return(0,m.useEffect)(()=>{let e,n=()=>{clearTimeout(e),document.visibilityState===`visible`?t(!0):e=setTimeout(()=>t(!1),am)};return document.addEventListener(`visibilitychange`,n),()=>{clearTimeout(e),document.removeEventListener(`visibilitychange`,n)}},[]),e}var fm=6e4;function pm(e,t,n={}){let r=cm(),{everyMs:i}=n;return Sf({queryKey:yp(e,t),queryFn:({signal:n})=>Cp(e,t,n),enabled:n.enabled,refetchInterval:i?r?Math.max(i,fm):i:!1,staleTime:n.once?`static`:void 0,gcTime:n.once?0:void 0,placeholderData:n.keep?wd:void 0})}function mm(e,t){let n=nd(),r=Lp(),[i,a]=(0,m.useState)(!1);return{run:(0,m.useCallback)(async(i,o=[])=>{a(!0);let s=await Gp(n,o);try{let a=t(await gm(r,()=>Cp(e,i)));return a.userErrors.length>0&&s(),a.userErrors.every(e=>e.code===`CONFLICT`)&&n.invalidateQueries(),a}catch(e){return s(),xp(n,e),e instanceof hm||Hp(wf(e)),null}finally{a(!1)}},[n,r,e]),busy:i}}var hm=class extends Error{};async function gm(e,t){try{return await t()}catch(n){if(wf(n).code!==`REAUTHENTICATION_REQUIRED`)throw n;if(!await e())throw new hm;return t()}}export{pp as $,A as $n,Ja as $t,sp as A,nt as An,ul as At,rp as B,Me as Bn,os as Bt,Lf as C,yt as Cn,uu as Ct,kf as D,gt as Dn,Gl as Dt,Af as E,lt as En,ql as Et,qf as F,z as Fn,Ms as Ft,gp as G,oe as Gn,Ao as Gt,Ef as H,Pe as Hn,Zo as Ht,Hf as I,R as In,Cs as It,Qf as J,ne as Jn,Bo as Jt,If as K,ae as Kn,Io as Kt,Yf as L,Le as Ln,Ss as Lt,Gf as M,et as Mn,Xs as Mt,tp as N,$e as Nn,Gs as Nt,Uf as O,dt as On,Y as Ot,mp as P,Ue as Pn,Bs as Pt,Vf as Q,F as Qn,Qa as Qt,Kf as R,Ie as Rn,gs as Rt,Nf as S,St as Sn,Eu as St,hp as T,ct as Tn,Ql as Tt,cp as U,je as Un,ko as Ut,up as V,Ne as Vn,ts as Vt,np as W,Ae as Wn,Jo as Wt,op as X,N as Xn,Ho as Xt,Bf as Y,I as Yn,To as Yt,Of as Z,M as Zn,Wo as Zt,Cp as _,H as _n,Hu as _t,Wp as a,Ya as an,S as ar,Ff as at,Pf as b,jt as bn,Iu as bt,Hp as c,Qn as cn,h as cr,ap as ct,Np as d,kn as dn,o as dr,_p as dt,Xa as en,j as er,$f as et,Pp as f,U as fn,s as fr,wf as ft,Ep as g,Zt as gn,ed as gt,Op as h,en as hn,Ku as ht,lm as i,Ka as in,C as ir,Rf as it,ep as j,tt as jn,Sc as jt,Mf as k,at as kn,Ol as kt,Rp as l,Ln as ln,p as lr,Zf as lt,jp as m,wn as mn,nd as mt,mm as n,qa as nn,D as nr,lp as nt,Kp as o,Oa as on,x as or,vp as ot,Mp as p,On as pn,l as pr,rd as pt,zf as q,re as qn,Ro as qt,um as r,Ga as rn,E as rr,ip as rt,Up as s,Ir as sn,_ as sr,dp as st,pm as t,Za as tn,k as tr,fp as tt,Bp as u,W as un,d as ur,Xf as ut,yp as v,Mt as vn,Uu as vt,Wf as w,st as wn,su as wt,jf as x,At as xn,Mu as xt,bp as y,V as yn,Lu as yt,Jf as z,Fe as zn,us as zt};